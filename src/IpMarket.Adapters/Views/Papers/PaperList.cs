using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Papers;

/// <summary>Reads which papers somebody may see.</summary>
public sealed class PaperList(IDbContextFactory<PaperViewContext> views)
{
    /// <summary>
    /// The papers about a subject, oldest first: the public ones and those one of <paramref name="parties"/> holds; all
    /// of them when <paramref name="all"/>.
    /// </summary>
    /// <param name="subject">A stream; null = any.</param>
    /// <param name="parties">Whom the reader may act for.</param>
    public async Task<(IReadOnlyList<PaperRow> Rows, long Total)> Page(
        string? subject, IReadOnlyCollection<string> parties, bool all, int skip, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var rows = context.Papers.Where(row => subject == null || row.Subject == subject);
        if (!all)
        {
            rows = rows.Where(row => row.IsPublic
                || context.Holders.Any(holder => holder.Number == row.Number && parties.Contains(holder.Party)));
        }

        var total = await rows.LongCountAsync(cancel);
        var ordered = rows.OrderBy(row => row.Pos).ThenBy(row => row.Number);
        return (await ordered.Skip(skip).Take(take).ToListAsync(cancel), total);
    }
}
