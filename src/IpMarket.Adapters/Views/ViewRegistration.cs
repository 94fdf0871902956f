using IpMarket.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IpMarket.Adapters.Views;

public static class ViewRegistration
{
    /// <summary>
    /// Registers a view group: its follower, its rebuild, and <see cref="IDbContextFactory{TContext}"/> to read it
    /// with. Needs <c>StorageOptions</c> and <c>IJournal</c>; the journal's schema must be in place before the host
    /// starts.
    /// </summary>
    public static IServiceCollection AddViewGroup<TGroup, TContext>(this IServiceCollection services)
        where TGroup : ViewGroup<TContext>
        where TContext : ViewContext
    {
        services.AddSingleton<ViewGroup<TContext>, TGroup>();
        services.AddSingleton<ViewStore<TContext>>();
        services.AddSingleton<IDbContextFactory<TContext>>(s => s.GetRequiredService<ViewStore<TContext>>());
        services.AddSingleton<ViewFollower<TContext>>();
        services.AddSingleton<IJournalFollower>(s => s.GetRequiredService<ViewFollower<TContext>>());
        services.AddSingleton<IViewGroup>(s => s.GetRequiredService<ViewFollower<TContext>>());
        services.AddSingleton<IPositioned>(s => s.GetRequiredService<ViewFollower<TContext>>());
        services.TryAddSingleton<ViewPositions>();
        services.TryAddSingleton<IViewPositions>(s => s.GetRequiredService<ViewPositions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ViewsService>());
        return services;
    }

    /// <summary>The group <c>kernel</c> with <see cref="IDeadlines"/>.</summary>
    public static IServiceCollection AddKernelViews(this IServiceCollection services) => services
        .AddViewGroup<Kernel.KernelViews, Kernel.KernelViewContext>()
        .AddSingleton<IDeadlines, Kernel.Deadlines>();
}
