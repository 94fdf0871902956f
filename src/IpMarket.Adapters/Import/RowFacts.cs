using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import;

/// <summary>
/// The facts of one row as they are read; the first value that cannot be read is the row's fault, and its line.
/// </summary>
internal sealed class RowFacts
{
    /// <summary>What stands for an inventor who did not want to be named.</summary>
    private static readonly string[] Unnamed = ["请求不公布姓名", "不公告发明人"];

    private PatentNumber? number;
    private PatentFacts facts = PatentFacts.None;
    private Refusal? fault;
    private int at;

    /// <param name="line">Where the row begins.</param>
    public RowFacts(int line) => at = line;

    public PatentFileRow Row() => new(
        at, number, facts, fault ?? (number is null ? Refusal.Of(PatentRowRefusal.ApplicationNumberMissing) : null));

    /// <summary>An application number; a second spelling of it must name the same application.</summary>
    public void Application(XmlPart? documentNumber)
    {
        if (documentNumber?.Value() is not { } text) return;
        // The element says it is an application number, so eight digits need no ZL to be told from a publication's.
        var isShort = text.Length is 8 or 9 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0]);
        var read = PatentNumber.Parse(isShort ? "ZL" + text : text);
        if (read.Refusal is { } refusal) Fail(documentNumber, refusal);
        else if (read.Value.Kind != NumberKind.Application)
            Fail(documentNumber, Refusal.Of(PatentRowRefusal.NotAnApplicationNumber, ("number", Short(text))));
        else if (number is null) (number, at) = (read.Value, fault is null ? documentNumber.Line : at);
        else if (number.Key != read.Value.Key)
        {
            Fail(documentNumber, Refusal.Of(
                PatentRowRefusal.NumbersDisagree, ("number", number.Text), ("other", read.Value.Text)));
        }
    }

    public void Filed(XmlPart? date) => facts = facts with { FilingDate = facts.FilingDate ?? Day("date", date) };

    public void Publication(XmlPart? country, XmlPart? documentNumber, XmlPart? kind, XmlPart? date)
    {
        if (documentNumber?.Value() is not { } text) return;
        var office = country?.Value() ?? "CN";
        var read = PatentNumber.Parse(office + text + kind?.Value());
        if (read.Refusal is not null || read.Value.Publication is not { } publication)
        {
            Fail(documentNumber, Malformed("publication", office + text + kind?.Value()));
            return;
        }

        if (facts.Publications.Any(known => known.Key == publication.Key && known.Kind == publication.Kind)) return;
        facts = facts with
        {
            Publications = facts.Publications.Add(new(publication.Key, publication.Kind, Day("date", date))),
        };
    }

    public void Title(XmlPart part)
    {
        if (part.Value() is not { } title) return;
        var isEnglish = part.Attribute("lang")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        facts = isEnglish
            ? facts with { TitleEn = facts.TitleEn ?? title }
            : facts with { TitleZh = facts.TitleZh ?? title };
    }

    public void Ipc(XmlPart? symbol)
    {
        if (symbol?.Value() is not { } text) return;
        if (!IpcSymbol.TryParse(text, out var ipc)) Fail(symbol, Malformed("IPC", text));
        else if (!facts.Ipc.Contains(ipc.Text, StringComparer.Ordinal))
            facts = facts with { Ipc = facts.Ipc.Add(ipc.Text) };
    }

    public void Applicants(IEnumerable<XmlPart> names) => facts = facts with { Applicants = Names(names) };

    /// <summary>Those who asked not to be named are left out.</summary>
    public void Inventors(IEnumerable<XmlPart> names) =>
        facts = facts with { Inventors = [.. Names(names).Except(Unnamed, StringComparer.Ordinal)] };

    private static ImmutableArray<string> Names(IEnumerable<XmlPart> names) =>
        [.. names.Select(part => part.Value()).OfType<string>().Distinct(StringComparer.Ordinal)];

    private DateOnly? Day(string field, XmlPart? part)
    {
        if (part?.Value() is not { } text) return null;
        var isDay = DateOnly.TryParseExact(
            text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!isDay) Fail(part, Malformed(field, text));
        return isDay ? day : null;
    }

    private static Refusal Malformed(string field, string value) =>
        Refusal.Of(PatentRowRefusal.ValueMalformed, ("field", field), ("value", Short(value)));

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    private void Fail(XmlPart part, Refusal why)
    {
        if (fault is not null) return;
        fault = why;
        at = part.Line;
    }
}
