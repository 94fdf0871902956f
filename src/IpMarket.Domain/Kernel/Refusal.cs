using System.Collections.Immutable;
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
    public static Refusal Of<TCode>(TCode code, params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum
    {
        var text = Texts<TCode>.ByCode[code];
        var map = ImmutableSortedDictionary.CreateBuilder<string, Figure>(StringComparer.Ordinal);
        var (zh, en) = (text.Zh, text.En);
        foreach (var (name, value) in figures)
        {
            map[name] = value.Figure;
            zh = zh.Replace("{" + name + "}", value.Zh, StringComparison.Ordinal);
            en = en.Replace("{" + name + "}", value.En, StringComparison.Ordinal);
        }

        return new Refusal(CodeOf(code.ToString()), map.ToImmutable(), zh, en, text.Status);
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
