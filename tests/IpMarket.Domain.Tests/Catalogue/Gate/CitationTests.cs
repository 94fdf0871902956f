using System.Globalization;
using System.Text.RegularExpressions;
using IpMarket.Domain.Catalogue.Gate;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>An article that the facts read for the house do not hold is cited as one that is to be verified.</summary>
public sealed partial class CitationTests
{
    /// <summary>The articles the facts (§1.3–2.1, §5) and the practice notes (P15, P16) were read in.</summary>
    private static readonly Dictionary<Statute, int[]> Read = new()
    {
        [Statute.PatentLaw] = [10, 14, 42, 44, 47, 50, 51, 71],
        [Statute.PatentRules] = [5, 6, 15, 85, 86, 87, 88, 93, 103, 104, 105, 106, 107, 114, 115],
        [Statute.CivilCode] = [420, 423, 427, 428, 436, 437, 438, 439, 440, 444, 846, 847, 859, 860, 864, 865, 870, 874, 875],
        [Statute.TechnologyContracts] = [24, 25, 27],
        [Statute.ScienceProgress] = [34],
        [Statute.TechnologyTrade] = [2, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38],
    };

    [Fact]
    public void Exactly_what_was_not_read_is_to_be_verified()
    {
        foreach (var rule in Enum.GetValues<GateRule>())
        {
            var ground = GateLaw.GroundOf(rule);
            if (ground.Statute == Statute.House) continue;
            var cited = Articles(ground.ArticleEn).ToList();
            Assert.NotEmpty(cited);
            var isRead = cited.All(article => Read.GetValueOrDefault(ground.Statute, []).Contains(article));
            Assert.True(isRead != ground.IsToBeVerified, $"{rule}: {ground.Statute} {ground.ArticleEn}");
        }
    }

    private static IEnumerable<int> Articles(string text)
    {
        foreach (Match match in Cited.Matches(text))
        {
            var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
            var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
            for (var article = first; article <= last; article++) yield return article;
        }
    }

    /// <summary>Articles and ranges of them, without the paragraph in brackets.</summary>
    [GeneratedRegex(@"(?<!\()\b(?<first>\d+)(–(?<last>\d+))?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Cited { get; }
}
