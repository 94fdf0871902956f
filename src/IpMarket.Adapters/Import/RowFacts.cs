using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
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

    /// <summary>Characters of a number or a symbol, with room for blanks and marks; a longer text is none.</summary>
    private const int CodeCharsMax = 100;

    private PatentNumber? number;
    private PatentNumber? published;
    private PatentFacts facts = PatentFacts.None;
    private string? status;
    private NewLegalEvent? legalEvent;
    private Refusal? fault;
    private int at;

    /// <param name="line">Where the row begins.</param>
    public RowFacts(int line) => at = line;

    /// <summary>The row of a source that always has the application number.</summary>
    public PatentFileRow Row() => RowOf(number, PatentRowRefusal.ApplicationNumberMissing);

    /// <summary>
    /// The row of a source that may know a publication only: it names a provisional patent, or a foreign right.
    /// </summary>
    public PatentFileRow RowOrPublication() => RowOf(number ?? published, PatentRowRefusal.NumberMissing);

    /// <summary>An application number; a second spelling of it must name the same application.</summary>
    public void Application(Said? said)
    {
        if (said is not { } value) return;
        var read = ReadApplication(value.Text);
        if (read.Refusal is { } refusal) Fail(value.Line, refusal);
        else if (number is null) (number, at) = (read.Value, fault is null ? value.Line : at);
        else if (number.Key != read.Value.Key)
        {
            Fail(value.Line, Refusal.Of(
                PatentRowRefusal.NumbersDisagree, ("number", number.Text), ("other", read.Value.Text)));
        }
    }

    /// <summary>
    /// The application number of a source that spells those of many offices its own way: taken where it is a Chinese
    /// one beyond doubt, else the row is known by its publication.
    /// </summary>
    public void ApplicationIfChinese(Said? said)
    {
        if (said is { } value && IsChinese && ReadApplication(value.Text).IsAccepted) Application(said);
    }

    /// <summary>
    /// The application number of a source of Chinese patents: foreign ones only beside a publication of their office.
    /// </summary>
    public void ApplicationOrForeign(Said? said)
    {
        if (said is not { } value) return;
        var isForeign = PatentNumber.TryParse(value.Text, out var other)
            && other.Kind == NumberKind.Foreign
            && published?.Office == other.Office;
        if (!isForeign) Application(said);
    }

    public void Filed(Said? date) => facts = facts with { FilingDate = facts.FilingDate ?? Day("date", date) };

    public void Filed(DateOnly? day) => facts = facts with { FilingDate = facts.FilingDate ?? day };

    /// <summary>A publication in the parts the offices' files give it in.</summary>
    public void Publication(Said? country, Said? documentNumber, Said? kind, Said? date)
    {
        if (documentNumber is not { } value) return;
        var text = (country?.Text ?? "CN") + value.Text + kind?.Text;
        Publication(value with { Text = text }, () => Day("date", date));
    }

    public void Publication(Said? said, Said? date) => Publication(said, () => Day("date", date));

    public void Publication(Said? said, Func<DateOnly?> date)
    {
        if (said is not { } value) return;
        var read = value.Text.Length > CodeCharsMax
            ? Malformed("publication", value.Text)
            : PatentNumber.Parse(value.Text);
        if (read.Refusal is not null || read.Value.Kind == NumberKind.Application)
        {
            Fail(value.Line, Malformed("publication", value.Text));
            return;
        }

        published ??= read.Value;
        var kind = read.Value.Publication?.Kind ?? read.Value.ForeignKind;
        if (facts.Publications.Any(known => known.Key == read.Value.Key && known.Kind == kind)) return;
        if (facts.Publications.Length == FactsRule.PublicationsMax)
        {
            Fail(value.Line, ListTooLong("publications", FactsRule.PublicationsMax));
            return;
        }

        facts = facts with { Publications = facts.Publications.Add(new(read.Value.Key, kind, date())) };
    }

    /// <summary>
    /// Documents of the family, each as the source prints it; a text without a figure names none.
    /// </summary>
    public void Family(FamilyTie tie, IEnumerable<Said?> documents)
    {
        foreach (var said in documents.OfType<Said>()) Family(FamilyDocument.Read(tie, said.Text), said.Line);
    }

    /// <summary>A claimed priority in the parts the offices' files give it in.</summary>
    public void Priority(Said? office, Said? number, Said? date)
    {
        if (number is { } value)
            Family(FamilyDocument.Of(FamilyTie.Priority, office?.Text, value.Text, Day("date", date)), value.Line);
    }

    private void Family(FamilyDocument? document, int line)
    {
        if (document is null || facts.Family.Contains(document)) return;
        if (facts.Family.Length == FactsRule.FamilyMax) Fail(line, ListTooLong("family", FactsRule.FamilyMax));
        else facts = facts with { Family = facts.Family.Add(document) };
    }

    public void TitleZh(Said? title) => facts = facts with { TitleZh = facts.TitleZh ?? Bounded("title", title) };

    public void TitleEn(Said? title) => facts = facts with { TitleEn = facts.TitleEn ?? Bounded("title", title) };

    /// <summary>
    /// The abstract's paragraphs. Only Chinese ones are taken: others, and the lists beside them, say nothing here.
    /// </summary>
    public void Abstract(IEnumerable<Said?> paragraphs)
    {
        var chinese = paragraphs.OfType<Said>().Where(said => Letters.IsChinese(said.Text)).ToList();
        if (chinese.Count == 0 || facts.AbstractZh is not null) return;
        var text = string.Join(' ', chinese.Select(said => said.Text));
        facts = facts with
        {
            AbstractZh = Bounded("abstract", new Said(text, chinese[0].Line), FactsRule.AbstractCharsMax),
        };
    }

    public void Ipc(Said? symbol)
    {
        if (symbol is not { } value) return;
        if (value.Text.Length > CodeCharsMax || !IpcSymbol.TryParse(value.Text, out var ipc))
            Fail(value.Line, Malformed("IPC", value.Text));
        else if (facts.Ipc.Contains(ipc.Text, StringComparer.Ordinal)) return;
        else if (facts.Ipc.Length == FactsRule.IpcMax) Fail(value.Line, ListTooLong("IPC", FactsRule.IpcMax));
        else facts = facts with { Ipc = facts.Ipc.Add(ipc.Text) };
    }

    public void Applicants(IEnumerable<Said?> names) => facts = facts with { Applicants = Names("applicants", names) };

    /// <summary>Those who asked not to be named are left out.</summary>
    public void Inventors(IEnumerable<Said?> names) =>
        facts = facts with { Inventors = [.. Names("inventors", names).Except(Unnamed, StringComparer.Ordinal)] };

    /// <summary>The source's words; too many of them are no status and refuse the row.</summary>
    public void Status(Said? words) => status = Bounded("status", words, Limits.StatusCharsMax);

    /// <summary>A legal event: what it is, the day it is dated, and what the source adds to it.</summary>
    public void Event(Outcome<LegalCode> code, Said? day, string? note, Said? termEndsOn)
    {
        if (code.Refusal is { } unread) Fail(at, unread);
        else if (day is null) Fail(at, Refusal.Of(PatentRowRefusal.EventDayMissing));
        else if (Day("date", day) is { } on)
            legalEvent = new NewLegalEvent(code.Value.Code, on, note, Day("termEndsOn", termEndsOn));
    }

    /// <summary>The row cannot be taken; the first reason stays.</summary>
    public void Fail(int line, Refusal why)
    {
        if (fault is not null) return;
        fault = why;
        at = line;
    }

    public static Refusal Malformed(string field, string value) =>
        Refusal.Of(PatentRowRefusal.ValueMalformed, ("field", field), ("value", Short(value)));

    public static Refusal TooLong(string field, string value, int max) =>
        Refusal.Of(PatentRowRefusal.ValueTooLong, ("field", field), ("chars", value.Length), ("max", max));

    private bool IsChinese => published is null || published.Office == "CN";

    private PatentFileRow RowOf(PatentNumber? known, PatentRowRefusal missing) =>
        new(at, known, facts, fault ?? (known is null ? Refusal.Of(missing) : null), status) { Event = legalEvent };

    private static Outcome<PatentNumber> ReadApplication(string text)
    {
        if (text.Length > CodeCharsMax)
            return Refusal.Of(PatentRowRefusal.NotACnApplication, ("number", Short(text)));
        // The place says it is an application number, so eight digits need no ZL to be told from a publication's.
        var isShort = text.Length is 8 or 9 && text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(text[0]);
        var read = PatentNumber.Parse(isShort ? "ZL" + text : text);
        if (read.Refusal is { } refusal && !refusal.Is(NumberRefusal.NotAPatentNumber)) return refusal;
        return read.IsAccepted && read.Value.Kind == NumberKind.Application
            ? read
            : Refusal.Of(PatentRowRefusal.NotACnApplication, ("number", Short(text)));
    }

    private static Refusal ListTooLong(string field, int max) =>
        Refusal.Of(PatentRowRefusal.ListTooLong, ("field", field), ("max", max));

    private ImmutableArray<string> Names(string field, IEnumerable<Said?> names)
    {
        var said = names.OfType<Said>().DistinctBy(name => name.Text, StringComparer.Ordinal)
            .Take(FactsRule.NamesMax + 1).ToList();
        if (said.Count > FactsRule.NamesMax) Fail(said[^1].Line, ListTooLong(field, FactsRule.NamesMax));
        return [.. said.Select(name => Bounded(field, name)).OfType<string>()];
    }

    /// <summary>The text, or null and a fault when it is too long.</summary>
    private string? Bounded(string field, Said? said, int max = Limits.ImportCellCharsMax)
    {
        if (said is not { } value) return null;
        if (value.Text.Length <= max) return value.Text;
        Fail(value.Line, TooLong(field, value.Text, max));
        return null;
    }

    private DateOnly? Day(string field, Said? said)
    {
        if (said is not { } value) return null;
        if (Days.Read(value.Text) is { } day) return day;
        Fail(value.Line, Malformed(field, value.Text));
        return null;
    }

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
