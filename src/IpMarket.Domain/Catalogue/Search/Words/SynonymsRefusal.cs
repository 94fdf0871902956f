using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>Why a list is not taken, by descending precedence.</summary>
public enum SynonymsRefusal
{
    [RefusalText("同义词最多 {max} 组。", "There are {max} groups at most.", Status = 400)]
    TooManySynonymGroups,

    [RefusalText(
        "第 {group} 组须有 2 至 {max} 个不同的词。", "Group {group} must have 2 to {max} different words.", Status = 400)]
    SynonymGroupSize,

    [RefusalText(
        "第 {group} 组有空白或超过 {max} 字的词。",
        "Group {group} has a word without letters or of more than {max} characters.",
        Status = 400)]
    SynonymMalformed,

    [RefusalText("已是系统内置词表。", "The list of the house is in force already.")]
    SynonymsNotChanged,
}

/// <summary>Rules of the centre's list of synonyms.</summary>
public static class SynonymsDecider
{
    public const int GroupsMax = 500;
    public const int TermsMax = 12;
    public const int TermCharsMax = 60;

    public static Outcome<IReadOnlyList<IEvent>> Decide(SynonymList list, SetSynonyms command, Moment moment)
    {
        if (command.Groups is not { } groups)
        {
            return list.Groups is null
                ? Decided.No(SynonymsRefusal.SynonymsNotChanged)
                : Decided.As(new SynonymsReset());
        }

        if (groups.Length > GroupsMax) return Decided.No(SynonymsRefusal.TooManySynonymGroups, ("max", GroupsMax));
        for (var i = 0; i < groups.Length; i++)
        {
            var keys = groups[i].Terms.Select(Synonyms.Key).ToList();
            if (groups[i].Terms.Any(term => term.Length > TermCharsMax) || keys.Contains(""))
                return Decided.No(SynonymsRefusal.SynonymMalformed, ("group", i + 1), ("max", TermCharsMax));
            if (keys.Count is < 2 or > TermsMax || keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
                return Decided.No(SynonymsRefusal.SynonymGroupSize, ("group", i + 1), ("max", TermsMax));
        }

        return Decided.As(new SynonymsSet(groups));
    }
}
