using System.Text;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>
/// 人民币大写 after 《正确填写票据和结算凭证的基本规定》: several zeros in a row are one 零; 整 stands after 元, not after 角
/// or 分; where the yuan end in zero and jiao follow, 元零 is written (of the two spellings allowed, the one that leaves
/// least room to add to).
/// </summary>
public static class AmountInWords
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly (ulong Unit, char Name)[] Units =
        [(100_000_000, '亿'), (10_000, '万'), (1_000, '仟'), (100, '佰'), (10, '拾')];

    /// <summary>With 人民币 before it, e.g. 人民币壹佰贰拾伍万元整.</summary>
    public static string Of(Money amount)
    {
        var fen = (ulong)Int128.Abs(amount.Fen);
        var (yuan, jiao, rest) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = new StringBuilder("人民币");
        if (amount.Fen < 0) text.Append('负');
        if (yuan > 0) text.Append(Whole(yuan)).Append('元');
        else if (jiao == 0 && rest == 0) text.Append("零元");
        if (jiao == 0 && rest == 0) return text.Append('整').ToString();

        var isGap = jiao == 0 || yuan % 10 == 0;
        if (yuan > 0 && isGap) text.Append('零');
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        if (rest > 0) text.Append(Digits[rest]).Append('分');
        return text.ToString();
    }

    /// <summary>A positive whole number: so many of the largest unit, 零 where places are skipped, the rest.</summary>
    private static string Whole(ulong number)
    {
        if (number < 10) return Digits[(int)number].ToString();
        var (unit, name) = Units.First(candidate => number >= candidate.Unit);
        var (text, rest) = ($"{Whole(number / unit)}{name}", number % unit);
        return rest == 0 ? text
            : rest < unit / 10 ? $"{text}零{Whole(rest)}"
            : text + Whole(rest);
    }
}
