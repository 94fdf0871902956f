using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>Reads what a person entered: texts cleaned, numbers and IPC codes in their one spelling.</summary>
internal static class PatentForms
{
    public static Outcome<RecordPatent> Read(PatentForm form, FactOrigin origin)
    {
        var number = PatentNumber.Parse(form.Number);
        if (number.Refusal is { } unread) return unread;
        var source = CleanText.Line("source", form.Source);
        if (source.Refusal is { } unclean) return unclean;
        var publications = ImmutableArray.CreateBuilder<Publication>();
        foreach (var publication in form.Publications)
        {
            var read = PatentNumber.Parse(publication.Number);
            if (read.Refusal is { } refusal) return refusal;
            if (read.Value.Publication is not { } chinese)
                return Refusal.Of(PatentRefusal.FactsMalformed, ("field", "publications"));
            publications.Add(new Publication(chinese.Key, chinese.Kind, publication.Date));
        }

        var facts = new PatentFacts(
            Title(form.TitleZh),
            Title(form.TitleEn),
            Names(form.Applicants),
            Names(form.Inventors),
            [.. form.Ipc.Select(Ipc)],
            form.FilingDate,
            publications.ToImmutable())
        {
            AbstractZh = Abstract(form.AbstractZh), AbstractEn = Abstract(form.AbstractEn),
        };
        if (form.LegalStatus is not { } seen)
            return new RecordPatent(number.Value.Text, facts, null, source.Value, origin);
        var text = CleanText.Line("legalStatus", seen.Text);
        if (text.Refusal is { } fault) return fault;
        return new RecordPatent(
            number.Value.Text, facts, new StatusSeen(text.Value, source.Value, seen.SeenOn), source.Value, origin);
    }

    public static ImmutableArray<string> Names(IEnumerable<string> names) => [.. names.Select(name => name.Trim())];

    private static string? Title(string? title) => string.IsNullOrWhiteSpace(title) ? null : title.Trim();

    /// <summary>In one line, as files that are imported give it.</summary>
    private static string? Abstract(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One that cannot be read stays as it is: the patent's rule refuses it.</summary>
    private static string Ipc(string text) => IpcSymbol.TryParse(text, out var symbol) ? symbol.Text : text;
}
