using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Papers;

/// <summary>Which papers a list holds.</summary>
public enum PaperReach
{
    /// <summary>Those one of the reader's parties holds.</summary>
    Held,

    /// <summary>Those and the public ones.</summary>
    Readable,

    /// <summary>Every one, for the centre's desks.</summary>
    All,
}

/// <summary>Reads which papers somebody may see.</summary>
public sealed class PaperList(IDbContextFactory<PaperViewContext> views)
{
    /// <summary>The number of the paper that prints <paramref name="display"/>, e.g. 钒钛交易成〔2026〕1号.</summary>
    /// <param name="display">As somebody types it: any kind of brackets.</param>
    public async Task<string?> NumberOf(string display, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(display);
        var printed = string.Concat(display.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
        {
            '[' or '［' or '【' or '(' or '（' => '〔',
            ']' or '］' or '】' or ')' or '）' => '〕',
            _ => c,
        }));
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Papers
            .Where(row => row.Display == printed)
            .Select(row => row.Number)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>
    /// The papers about a subject, oldest first, or about any, newest first.
    /// </summary>
    /// <param name="subject">A stream; null = any.</param>
    /// <param name="parties">Whom the reader may act for.</param>
    /// <param name="reach">Which of them.</param>
    public async Task<(IReadOnlyList<PaperRow> Rows, long Total)> Page(
        string? subject,
        IReadOnlyCollection<string> parties,
        PaperReach reach,
        int skip,
        int take,
        CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var rows = context.Papers.Where(row => subject == null || row.Subject == subject);
        if (reach != PaperReach.All)
        {
            var isPublicToo = reach == PaperReach.Readable;
            rows = rows.Where(row => (isPublicToo && row.IsPublic)
                || context.Holders.Any(holder => holder.Number == row.Number && parties.Contains(holder.Party)));
        }

        var total = await rows.LongCountAsync(cancel);
        var ordered = subject is null
            ? rows.OrderByDescending(row => row.Pos).ThenByDescending(row => row.Number)
            : rows.OrderBy(row => row.Pos).ThenBy(row => row.Number);
        return (await ordered.Skip(skip).Take(take).ToListAsync(cancel), total);
    }
}
