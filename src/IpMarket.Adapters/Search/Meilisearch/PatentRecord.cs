using System.Text.Json;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Search.Meilisearch;

/// <summary>
/// A catalogue document as the server keeps it: what is searched, filtered and sorted by, and the document itself as
/// text. <see cref="Shape"/> changes with anything here or in the settings; an index of another shape is filled anew.
/// </summary>
/// <param name="Id">The patent's stream in the letters a key may have.</param>
/// <param name="Kind"><see cref="PatentKind"/>, or <see cref="PositionKind"/> of the position's.</param>
internal sealed record PatentRecord(string Id, string Kind)
{
    public const string Shape = "meilisearch/3";
    public const string PatentKind = "patent";
    public const string PositionKind = "position";
    public const string PositionId = "_position";
    private const int IpcSubclassChars = 4;

    public string? TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public string? AbstractZh { get; init; }

    public IReadOnlyList<string>? Applicants { get; init; }

    public IReadOnlyList<string>? Inventors { get; init; }

    /// <summary>Every form of every number, and their beginnings by the server's prefix search.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>Syllables of Chinese titles and names, parted by blanks.</summary>
    public IReadOnlyList<string>? Sounds { get; init; }

    /// <summary>Their first letters, a name in one word.</summary>
    public IReadOnlyList<string>? Initials { get; init; }

    /// <summary>Every beginning of every IPC code, so that a prefix is an equality.</summary>
    public IReadOnlyList<string>? IpcBegins { get; init; }

    public IReadOnlyList<string>? IpcSubclass { get; init; }

    /// <summary>Words and pairs of characters of the applicants, so that a part of a name is equalities.</summary>
    public IReadOnlyList<string>? ApplicantParts { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? Year { get; init; }

    public long? Price { get; init; }

    public int? Day { get; init; }

    public int? Offered { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string>? Fields { get; init; }

    public IReadOnlyList<string>? Routes { get; init; }

    public int? TitaniumDioxide { get; init; }

    public int? VanadiumPentoxide { get; init; }

    public int? SlagGrade { get; init; }

    public int? Capacity { get; init; }

    public int? Maturity { get; init; }

    /// <summary>The document, or the position.</summary>
    public required string Body { get; init; }

    public static PatentRecord Of(CatalogueDocument patent)
    {
        var spoken = patent.Applicants.Concat(patent.Inventors);
        var texts = (patent.TitleZh is { } title ? spoken.Prepend(title) : spoken).ToList();
        var codes = patent.IpcCodes.Select(SearchText.Ipc).ToList();
        return new PatentRecord(IdOf(patent.Patent), PatentKind)
        {
            TitleZh = patent.TitleZh,
            TitleEn = patent.TitleEn,
            AbstractZh = patent.AbstractZh,
            Applicants = patent.Applicants,
            Inventors = patent.Inventors,
            Numbers = [.. patent.Numbers.SelectMany(NumberForms.Stored).Distinct(StringComparer.Ordinal)],
            Sounds = [.. texts.Select(text => string.Join(' ', Readings(text))).Where(sound => sound.Length > 0)],
            Initials =
            [
                .. texts.Select(text => string.Concat(Readings(text).Select(reading => reading[0])))
                    .Where(initials => initials.Length > 0),
            ],
            IpcBegins =
            [
                .. codes.SelectMany(code => Enumerable.Range(1, code.Length).Select(length => code[..length]))
                    .Distinct(StringComparer.Ordinal),
            ],
            IpcSubclass =
            [
                .. codes.Where(code => code.Length >= IpcSubclassChars).Select(code => code[..IpcSubclassChars])
                    .Distinct(StringComparer.Ordinal),
            ],
            ApplicantParts = [.. patent.Applicants.SelectMany(Parts).Distinct(StringComparer.Ordinal)],
            Type = patent.Type,
            Status = patent.Status.ToString(),
            Year = patent.FilingDate is { } filed ? $"{filed.Year:d4}" : null,
            Price = patent.AskingPrice?.Fen,
            Day = patent.Day?.DayNumber,
            Offered = patent.Status is MarketStatus.ForSale or MarketStatus.InAuction ? 1 : 0,
            Mode = patent.Mode?.ToString(),
            Fields = patent.Technology is { } facts ? [.. facts.Fields.Select(field => field.ToString())] : null,
            Routes = patent.Technology is { } ways ? [.. ways.Routes.Select(route => route.ToString())] : null,
            TitaniumDioxide = patent.Technology?.TitaniumDioxide,
            VanadiumPentoxide = patent.Technology?.VanadiumPentoxide,
            SlagGrade = patent.Technology?.SlagGrade,
            Capacity = patent.Technology?.CapacityTonnes,
            Maturity = patent.Technology?.Maturity,
            Body = JsonSerializer.Serialize(patent, EventCodec.Options),
        };
    }

    /// <summary>The attribute a figure is searched in.</summary>
    public static string Of(TechnicalFigure figure) => JsonNamingPolicy.CamelCase.ConvertName(figure.ToString());

    public static PatentRecord Of(IndexPosition position) => new(PositionId, PositionKind)
    {
        Body = JsonSerializer.Serialize(new StoredPosition(Shape, position.Pos, position.Hash), EventCodec.Options),
    };

    public static string IdOf(string patent) => patent.Replace(':', '_');

    public CatalogueDocument ToDocument() => JsonSerializer.Deserialize<CatalogueDocument>(Body, EventCodec.Options)!;

    /// <summary>The position; before the first record where it is another shape's.</summary>
    public IndexPosition ToPosition() =>
        JsonSerializer.Deserialize<StoredPosition>(Body, EventCodec.Options) is { Shape: Shape } stored
            ? new IndexPosition(stored.Pos, stored.Hash)
            : IndexPosition.Start;

    /// <summary>A text as its words, single characters and pairs of neighbours.</summary>
    public static IEnumerable<string> Parts(string text) => SearchText.Runs(text).SelectMany(run => run.IsHan
        ? run.Characters.Concat(run.Characters.Zip(run.Characters.Skip(1), string.Concat))
        : [run.Text]);

    private static IEnumerable<string> Readings(string text) => SearchText.Runs(text).Where(run => run.IsHan)
        .SelectMany(run => run.Characters).Select(character => Pinyin.Of(character).FirstOrDefault(""))
        .Where(reading => reading.Length > 0);

    private sealed record StoredPosition(string Shape, long Pos, string Hash);
}
