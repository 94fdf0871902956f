using System.Collections.Immutable;
using IpMarket.Adapters.Papers;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Papers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Trading.Papers;

namespace IpMarket.Server.Hosting.Areas;

/// <summary>Numbers, papers, their view, and the printer where a Chromium is named.</summary>
public static class PapersHosting
{
    public static void AddPapers(this WebApplicationBuilder builder, MarketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var office = Office(settings, builder.Configuration["urls"]);
        if (office.FirstFault(TradingPapers.All) is { } fault)
            throw new InvalidOperationException($"Papers:Series cannot be used. {fault}");
        builder.Services
            .AddSingleton(office)
            .AddSingleton<IPaperPress, HtmlPaperPress>()
            .AddSingleton(new ChromiumOptions(
                settings.Papers.Chromium, TimeSpan.FromMilliseconds(Limits.PdfTimeoutMs)))
            .AddSingleton<ChromiumPrinter>()
            .AddViewGroup<PaperViews, PaperViewContext>()
            .AddSingleton<PaperList>()
            .AddPaperGrains();
    }

    private static PaperOffice Office(MarketSettings settings, string? urls) => new(
        settings.Centre.Name,
        settings.Centre.Code,
        settings.Centre.Address,
        (settings.PublicUrl ?? urls?.Split(';')[0] ?? MarketLaunch.DefaultUrl).TrimEnd('/'),
        settings.Demo,
        settings.Papers.Mark,
        settings.Papers.Series.ToImmutableDictionary(
            pair => pair.Key,
            pair => new SeriesStyle(pair.Value.Prefix, pair.Value.Pattern),
            StringComparer.Ordinal));
}
