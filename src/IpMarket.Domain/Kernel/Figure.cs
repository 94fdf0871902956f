using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace IpMarket.Domain.Kernel;

/// <summary>One figure that explains a refusal: exactly one of the four is set.</summary>
[GenerateSerializer, Immutable, Alias("kernel.figure/1")]
public readonly record struct Figure(
    [property: Id(0)] Money? Amount,
    [property: Id(1)] DateTimeOffset? Instant,
    [property: Id(2)] long? Number,
    [property: Id(3)] string? Text)
{
    public static implicit operator Figure(Money amount) => new(amount, null, null, null);

    public static implicit operator Figure(DateTimeOffset instant) => new(null, instant, null, null);

    public static implicit operator Figure(long number) => new(null, null, number, null);

    public static implicit operator Figure(string text) => new(null, null, null, text);

    /// <summary>As a person reads it; instants in the market's zone (UTC+8).</summary>
    public override string ToString() =>
        Amount?.ToString()
        ?? Instant?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        ?? Number?.ToString(CultureInfo.InvariantCulture)
        ?? Text
        ?? "";
}

/// <summary>How a member of an enum is said to persons: in the text of a refusal, in an exported table.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordsAttribute(string zh, string en) : Attribute
{
    public string Zh { get; } = zh;

    public string En { get; } = en;
}

/// <summary>
/// A figure as a refusal is told it: programs read the figure, persons the word in their language. An enum's member is
/// its name to programs and its <see cref="WordsAttribute"/> to persons; all else reads the same to both.
/// </summary>
public readonly record struct Told(Figure Figure, string Zh, string En)
{
    private static readonly ConcurrentDictionary<Enum, Told> Members = new();

    public static implicit operator Told(Figure figure) => new(figure, figure.ToString(), figure.ToString());

    public static implicit operator Told(Money amount) => (Figure)amount;

    public static implicit operator Told(DateTimeOffset instant) => (Figure)instant;

    public static implicit operator Told(long number) => (Figure)number;

    public static implicit operator Told(string text) => (Figure)text;

    public static implicit operator Told(Enum member) => Members.GetOrAdd(member, static of =>
    {
        var name = of.ToString();
        var words = of.GetType().GetField(name)?.GetCustomAttribute<WordsAttribute>();
        return new Told(name, words?.Zh ?? name, words?.En ?? name);
    });
}
