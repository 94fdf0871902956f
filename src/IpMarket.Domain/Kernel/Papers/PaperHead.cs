using System.Text.RegularExpressions;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>A kind of paper the house issues.</summary>
/// <param name="Code">Stable code, e.g. <c>public-notice</c>.</param>
/// <param name="Name">中文 name, e.g. 公告.</param>
/// <param name="Prefix">Of its series where the configuration names none: <c>NOTICE</c>.</param>
/// <param name="Mark">The character that tells its numbers from other kinds' (告, 收, …).</param>
/// <param name="IsPublic">Everybody may read it; otherwise its holders and the centre.</param>
public sealed record PaperKind(string Code, string Name, string Prefix, string Mark, bool IsPublic);

/// <summary>What anybody may know of a paper who has its number. Nothing personal.</summary>
/// <param name="Number">As addresses carry it; the paper's stream is <c>paper:</c> and this.</param>
/// <param name="Display">As the paper prints it.</param>
/// <param name="Kind">Code of its <see cref="PaperKind"/>.</param>
/// <param name="KindName">中文 name of the kind.</param>
/// <param name="Title">What stands at its top.</param>
/// <param name="Date">The day (UTC+8) of the event it is about.</param>
/// <param name="Subject">The stream it is about, <c>auction:…</c>.</param>
/// <param name="IsPublic">Everybody may read it.</param>
/// <param name="IsDemo">示例: about an invented patent or from a demo market.</param>
[GenerateSerializer, Immutable, Alias("kernel.paper-head/1")]
public sealed partial record PaperHead(
    [property: Id(0)] string Number,
    [property: Id(1)] string Display,
    [property: Id(2)] string Kind,
    [property: Id(3)] string KindName,
    [property: Id(4)] string Title,
    [property: Id(5)] DateOnly Date,
    [property: Id(6)] string Subject,
    [property: Id(7)] bool IsPublic,
    [property: Id(8)] bool IsDemo)
{
    public const string StreamWord = "paper";

    public string Stream => StreamOf(Number);

    /// <summary>Whether a text has the form of a number, so that it can be part of a stream's name.</summary>
    public static bool IsNumber(string text) => NumberForm().IsMatch(text);

    [GeneratedRegex("^[A-Z][A-Z-]{0,18}[A-Z]-[0-9]{4}-[0-9]{5,9}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NumberForm();

    public static string StreamOf(string number) => Ids.Of(StreamWord, number);
}
