using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace IpMarket.Domain.Kernel;

/// <summary>
/// The text of a refusal in both languages, beside its code. <c>{name}</c> stands for the figure of that name.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RefusalTextAttribute(string zh, string en) : Attribute
{
    public string Zh { get; } = zh;

    public string En { get; } = en;

    /// <summary>How HTTP shows it: 409 unless the attribute says otherwise (403 for rights, 404 for unknown).</summary>
    public int Status { get; init; } = 409;
}

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

/// <summary>
/// Why a command was not carried out: a code (<c>BELOW_NEXT_MINIMUM</c>), the figures that explain it, texts in zh and
/// en. A refusal is data; a bug is an exception.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.refusal/1")]
public sealed record Refusal(
    [property: Id(0)] string Code,
    [property: Id(1)] ImmutableSortedDictionary<string, Figure> Figures,
    [property: Id(2)] string Zh,
    [property: Id(3)] string En,
    [property: Id(4)] int Status)
{
    /// <summary>Makes the refusal of an enum member that carries a <see cref="RefusalTextAttribute"/>.</summary>
    public static Refusal Of<TCode>(TCode code, params ReadOnlySpan<(string Name, Figure Value)> figures)
        where TCode : struct, Enum
    {
        var text = Texts<TCode>.ByCode[code];
        var map = ImmutableSortedDictionary.CreateBuilder<string, Figure>(StringComparer.Ordinal);
        foreach (var (name, value) in figures) map[name] = value;
        return new Refusal(
            CodeOf(code.ToString()), map.ToImmutable(), Fill(text.Zh, map), Fill(text.En, map), text.Status);
    }

    /// <summary>The same refusal for other figures of the same text is not the same refusal; codes decide.</summary>
    public bool Is<TCode>(TCode code)
        where TCode : struct, Enum => Code == CodeOf(code.ToString());

    /// <summary><c>BelowNextMinimum</c> → <c>BELOW_NEXT_MINIMUM</c>.</summary>
    public static string CodeOf(string name)
    {
        var code = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && code.Length > 0) code.Append('_');
            code.Append(char.ToUpperInvariant(c));
        }

        return code.ToString();
    }

    private static string Fill(string text, IReadOnlyDictionary<string, Figure> figures)
    {
        foreach (var (name, value) in figures)
            text = text.Replace("{" + name + "}", value.ToString(), StringComparison.Ordinal);
        return text;
    }

    private static class Texts<TCode>
        where TCode : struct, Enum
    {
        public static readonly Dictionary<TCode, RefusalTextAttribute> ByCode = typeof(TCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(
                field => (TCode)field.GetValue(null)!,
                field => field.GetCustomAttribute<RefusalTextAttribute>()
                    ?? throw new InvalidOperationException($"{typeof(TCode).Name}.{field.Name} has no refusal text."));
    }
}
