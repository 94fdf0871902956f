using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Numbers;

/// <summary>发明, 实用新型, 外观设计.</summary>
public enum PatentType
{
    [Words("发明", "invention")]
    Invention,
    [Words("实用新型", "utility model")]
    UtilityModel,
    [Words("外观设计", "design")]
    Design,
}

/// <summary>What a spelling turned out to be.</summary>
public enum NumberKind
{
    /// <summary>申请号: names the patent for good.</summary>
    Application,

    /// <summary>公开号: names a provisional patent until the application number is known.</summary>
    Publication,

    /// <summary>A right of another office, named by office and digits.</summary>
    Foreign,
}

/// <summary>Why a text is no patent number, by descending precedence.</summary>
public enum NumberRefusal
{
    [RefusalText(
        "“{number}”不是可识别的专利号。请写申请号（如 202110771508.1）或公开号（如 CN116692944B）；"
        + "八位旧申请号请写小数点或 ZL（如 95115608.X）。",
        "'{number}' is no patent number. Write an application number (202110771508.1) or a publication number "
        + "(CN116692944B); an old application number of eight digits needs its dot or ZL (95115608.X).",
        Status = 400)]
    NotAPatentNumber,

    [RefusalText(
        "“{number}”中的年份或专利类型不存在。", "The year or type in '{number}' does not exist.", Status = 400)]
    UnknownYearOrType,

    [RefusalText(
        "“{number}”的校验位不正确，请核对。", "The check character of '{number}' is wrong.", Status = 400)]
    WrongCheckCharacter,
}

/// <summary>
/// Any spelling of a patent's number, read. Nine bare digits, with or without CN, are a publication number; the
/// eight-digit application number needs its dot or ZL.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">
/// What names the patent's stream: <c>CN</c> or the office, and digits; American designs, reissues and plants keep
/// their letters: <c>USD533981</c>.
/// </param>
/// <param name="Text">As printed.</param>
public sealed partial record PatentNumber(NumberKind Kind, string Key, string Text)
{
    /// <summary>The word of a patent's stream.</summary>
    public const string StreamWord = "patent";

    private const int ForeignDigitsMax = 15;

    /// <summary>The number a patent's stream stands for, as printed; of others the stream's key.</summary>
    public static (string Text, bool IsDemo) PrintedOf(string stream)
    {
        var key = stream[(stream.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var number = key.StartsWith("CN", StringComparison.Ordinal) ? ApplicationNumber.OfDigits(key[2..]) : null;
        return number is { } application ? (application.ToString(), application.IsDemo) : (key, false);
    }

    /// <summary>Set when <see cref="Kind"/> is <see cref="NumberKind.Application"/>.</summary>
    public ApplicationNumber? Application { get; private init; }

    /// <summary>Set when <see cref="Kind"/> is <see cref="NumberKind.Publication"/>.</summary>
    public PublicationNumber? Publication { get; private init; }

    /// <summary>The kind a foreign number was written with: <c>B1</c>; empty when none.</summary>
    public string ForeignKind { get; private init; } = "";

    /// <summary>Known from the number itself; null for foreign ones.</summary>
    public PatentType? Type => Application?.Type ?? Publication?.Type;

    /// <summary>示例: an invented patent.</summary>
    public bool IsDemo => Application?.IsDemo == true;

    /// <summary>The two letters of the office: <c>CN</c>, <c>US</c>, <c>WO</c>.</summary>
    public string Office => Key[..2];

    public string Stream => Ids.Of(StreamWord, Key);

    public static PatentNumber Of(ApplicationNumber number) =>
        new(NumberKind.Application, number.Key, number.ToString()) { Application = number };

    public static PatentNumber Of(PublicationNumber number) =>
        new(NumberKind.Publication, number.Key, number.ToString()) { Publication = number };

    /// <summary>Reads a number in any spelling, or says why it is none.</summary>
    public static Outcome<PatentNumber> Parse(string? text)
    {
        var folded = NumberText.Fold(text);
        if (folded is null) return Refuse(NumberRefusal.NotAPatentNumber, text);
        if (PublicationNumber.TryRead(folded, out var publication, out var publicationFault)) return Of(publication);
        if (ApplicationNumber.TryRead(folded, out var application, out var applicationFault)) return Of(application);
        if (Foreign().Match(folded) is { Success: true } foreign && OfForeign(foreign) is { } other) return other;
        return Refuse(Later(publicationFault.Value, applicationFault.Value), text);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out PatentNumber? number)
    {
        var read = Parse(text);
        number = read.IsAccepted ? read.Value : null;
        return read.IsAccepted;
    }

    private static PatentNumber? OfForeign(Match match)
    {
        var office = match.Groups["office"].Value;
        var digits = match.Groups["digits"].Value.Replace("/", "", StringComparison.Ordinal);
        if (office == "US") digits = OfUnitedStates(digits);
        if (office is "CN" or "ZL" || digits.Length is 0 or > ForeignDigitsMax) return null;
        var kind = match.Groups["kind"].Value;
        return new PatentNumber(NumberKind.Foreign, office + digits, office + match.Groups["digits"].Value + kind)
        {
            ForeignKind = kind,
        };
    }

    /// <summary>
    /// One spelling of a right's digits: grants are padded with zeros in some files, and databases leave the first zero
    /// of an application publication's serial out: US2016232121 is US 2016/0232121.
    /// </summary>
    private static string OfUnitedStates(string digits) => digits switch
    {
        { Length: 10 } when digits.StartsWith("20", StringComparison.Ordinal) => $"{digits[..4]}0{digits[4..]}",
        _ => digits.TrimStart('0'),
    };

    /// <summary>The fault that got furthest is the one worth telling.</summary>
    private static NumberRefusal Later(NumberRefusal left, NumberRefusal right) => left > right ? left : right;

    private static Refusal Refuse(NumberRefusal why, string? text)
    {
        var shown = new string([.. (text ?? "").Where(c => !char.IsControl(c)).Take(NumberText.CharsMax)]);
        return Refusal.Of(why, ("number", shown));
    }

    [GeneratedRegex(
        "^(?<office>[A-Z]{2})(?<digits>((?<=US)(D|RE|PP|H|T))?[0-9/]+)(?<kind>[A-Z][0-9]?)?$",
        RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Foreign();
}
