using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Endpoints.Catalogue.Imports;

/// <summary>Imports out of their view, the newest first, each caller those he may see.</summary>
public sealed class ImportLists(IDbContextFactory<ImportViewContext> views, IGrainFactory grains)
{
    public async Task<Outcome<Page<ImportItem>>> Page(PageQuery page, Caller caller, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(caller);
        var isOfAll = ImportAccess.SeesAll(caller);
        if (!isOfAll && caller.Party is null) return Refusal.Of(KernelRefusal.NotAllowed);
        await using var context = await views.CreateDbContextAsync(cancel);
        var asked = context.Imports.AsQueryable();
        if (!isOfAll) asked = asked.Where(row => row.Party == caller.Party);
        var rows = await asked.OrderByDescending(row => row.PreviewedAt).ThenBy(row => row.Id)
            .Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        var parties = rows.Select(row => row.Party).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = await Task.WhenAll(parties.Select(NameOf));
        var known = parties.Zip(names).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return page.Of(
            [.. rows.Select(row => ImportItem.Of(row, row.Party is { } party ? known[party] : null, caller))],
            await asked.LongCountAsync(cancel));
    }

    /// <summary>The name of the party an import belongs to; empty where it has none any more.</summary>
    public async Task<string> NameOf(string party) =>
        await grains.GetGrain<IPartyGrain>(party).Names() is [var name, ..] ? name : "";

    /// <summary>
    /// How many imports of the party the view knows that are under way, or previewed with something to apply, since
    /// <see cref="Limits.ImportOpenHours"/> before <paramref name="at"/>.
    /// </summary>
    public async Task<int> Open(string party, DateTimeOffset at, CancellationToken cancel)
    {
        var since = at.AddHours(-Limits.ImportOpenHours);
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Imports.CountAsync(
            row => row.Party == party
                && row.PreviewedAt > since
                && row.Status != ImportStatus.Applied
                && row.Status != ImportStatus.Undone
                && (row.Status != ImportStatus.Previewed || row.News + row.Changed > 0),
            cancel);
    }
}
