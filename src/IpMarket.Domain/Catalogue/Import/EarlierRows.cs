using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>
/// What the rows before said of each patent of one file, so that a row that says otherwise names them: the later row
/// holds, and nobody should have to find that out. Rows are told in the file's order.
/// </summary>
public sealed class EarlierRows
{
    /// <summary>
    /// Members a later row replaces, as people call them. Publications and family grow; of legal statuses each is kept.
    /// </summary>
    private static readonly Dictionary<string, (string Zh, string En)> Replaced = new(StringComparer.Ordinal)
    {
        ["titleZh"] = ("名称", "title"),
        ["titleEn"] = ("英文名称", "English title"),
        ["applicants"] = ("申请人", "applicants"),
        ["inventors"] = ("发明人", "inventors"),
        ["ipc"] = ("分类号", "IPC"),
        ["filingDate"] = ("申请日", "filing date"),
        ["abstractZh"] = ("摘要", "abstract"),
        ["abstractEn"] = ("英文摘要", "English abstract"),
    };

    private readonly Dictionary<(string Patent, string Field), int> lines = [];

    /// <summary>
    /// The preview, with the reason <see cref="PatentRowRefusal.OtherThanEarlierRow"/> where it applies.
    /// </summary>
    /// <param name="patent">The patent's stream.</param>
    /// <param name="row">What the row says.</param>
    /// <param name="preview">What it would do to the patent after the rows before it.</param>
    public RowPreview Tell(string patent, PatentFileRow row, RowPreview preview)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(preview);
        var changed = preview.Differences.Where(difference => difference.Before is not null)
            .Select(difference => difference.Field);
        var other = OtherThan(patent, changed, PatentRowRefusal.OtherThanEarlierRow);
        Note(patent, row);
        return other is null ? preview : preview with { Row = preview.Row with { Reason = other } };
    }

    /// <summary>As a refusal to be shown; null where no row before said one of these otherwise.</summary>
    internal Refusal? OtherThan(string patent, IEnumerable<string> changed, PatentRowRefusal code)
    {
        var known = changed.Where(field => Replaced.ContainsKey(field) && lines.ContainsKey((patent, field))).ToList();
        if (known.Count == 0) return null;
        var before = known.Select(field => lines[(patent, field)]).Distinct().Order();
        return Refusal.Of(
            code,
            ("line", string.Join(", ", before)),
            ("fields", new Told(
                string.Join(", ", known),
                string.Join("、", known.Select(field => Replaced[field].Zh)),
                string.Join(", ", known.Select(field => Replaced[field].En)))));
    }

    internal void Note(string patent, PatentFileRow row)
    {
        foreach (var said in PatentFacts.None.DifferencesTo(row.Facts)) lines[(patent, said.Field)] = row.Line;
    }
}
