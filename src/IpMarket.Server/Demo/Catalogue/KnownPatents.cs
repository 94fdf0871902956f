using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;

namespace IpMarket.Server.Demo.Catalogue;

/// <summary>A real patent as bibliographic facts: what a source printed, nothing where it was silent.</summary>
/// <param name="Number">The application number where it is known, else the publication's.</param>
/// <param name="Facts">What was seen.</param>
/// <param name="Status">The legal status seen; null when none was.</param>
/// <param name="Source">Where.</param>
public sealed record KnownPatent(PatentNumber Number, PatentFacts Facts, StatusSeen? Status, string Source);

/// <summary>
/// The real patents of the demo's catalogue: known vanadium-titanium patents, the publications of WIPO's e-waste
/// landscape that mention vanadium or titanium, and five CNIPA publications. Facts only, and nothing is offered (P14).
/// </summary>
public static class KnownPatents
{
    private const string File = "known-patents.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static ImmutableArray<KnownPatent> Load()
    {
        using var stream = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream($"{typeof(KnownPatents).Namespace}.{File}")!;
        return [.. JsonSerializer.Deserialize<Row[]>(stream, Json)!.Select(Read)];
    }

    private static KnownPatent Read(Row row)
    {
        var number = PatentNumber.Parse(row.Application ?? row.Publication).Value;
        var facts = PatentFacts.None with
        {
            TitleZh = row.TitleZh,
            TitleEn = row.TitleEn,
            Applicants = [.. row.Applicants ?? []],
            Inventors = [.. row.Inventors ?? []],
            Ipc = [.. row.Ipc ?? []],
            FilingDate = row.FiledOn,
            Publications = row.Publication is null ? [] : [Published(row.Publication, row.PublishedOn)],
        };
        var status = row.Status is null ? null : new StatusSeen(row.Status, row.Source, null);
        return new KnownPatent(number, facts, status, row.Source);
    }

    private static Publication Published(string text, DateOnly? on)
    {
        var number = PatentNumber.Parse(text).Value;
        return new Publication(number.Key, number.Publication?.Kind ?? number.ForeignKind, on);
    }

    private sealed record Row(
        string? Application,
        string? Publication,
        DateOnly? PublishedOn,
        string? TitleZh,
        string? TitleEn,
        string[]? Applicants,
        string[]? Inventors,
        string[]? Ipc,
        DateOnly? FiledOn,
        string? Status,
        string Source);
}
