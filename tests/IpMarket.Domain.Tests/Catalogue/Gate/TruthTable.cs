using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>
/// Which modes each fact closes and where it is noted, written down from the texts of law and not from the code. A
/// question's choices exclude each other. Modes: S sale, E exclusive, O sole, N ordinary, P open licence, Q equity,
/// R realisation.
/// </summary>
internal static class TruthTable
{
    public const string Letters = "SEONPQR";

    /// <summary>The house speaks of what the texts leave open: its row of a choice is marked so.</summary>
    public static readonly Choice[][] Questions =
    [
        [
            // 专利法 50, 细则 85: open licence after the grant; 质押登记办法: no pledge before it. 技术合同解释 29: an application.
            new(f => f, ""),
            new(f => f with { Legal = LegalStanding.Pending }, "PR", "ApplicationOnly=SEONQ"),
            new(f => f with { Legal = LegalStanding.Unspecified }, "PR", "GrantNotShown=SEONQ"),
            // 专利法 42, 44, 47.
            new(f => f with { Legal = LegalStanding.Ended }, "SEONPQR"),
        ],
        [
            // 专利法 50(1): utility models and designs need an evaluation report for an open licence.
            new(f => f, ""),
            new(f => f with { Type = PatentType.UtilityModel }, "P"),
            new(f => f with { Type = PatentType.Design }, "P") { IsMore = true },
            new(f => (f with { Type = PatentType.Design }).With(EncumbranceKind.EvaluationReport), "") { IsMore = true },
        ],
        [
            // 专利法 14: co-owners alone give ordinary licences only, and share their income.
            new(f => f, ""),
            new(f => f.OwnedBy("甲公司", "乙公司", "丙公司"), "SEOPQR", "IncomeShared=N"),
            new(
                f => f.OwnedBy("甲公司", "乙公司", "丙公司").CoOwnersConsent(["乙公司", "丙公司"]),
                "",
                "IncomeShared=N"),
            // 专利法 14(1): what they agreed decides, for the ordinary licence too.
            new(f => f.OwnedBy("甲公司", "乙公司").AgreedAlone(ListingMode.Sale), "EONPQR", "IncomeShared=N"),
        ],
        [
            // 民法典 436: nothing to realise without a pledge. 444, 细则 86(4): nothing else without the pledgee; who
            // agreed is paid first. The register's mark alone tells that there is one, not that anybody agreed.
            new(f => f, "R"),
            new(f => f.With(EncumbranceKind.Pledge), "SEONPQR"),
            new(f => f.With(EncumbranceKind.Pledge).Consented(), "", "PledgeProceeds=SEONPQ"),
            new(f => f.Marked(LifeMark.Pledged), "SEONPQR") { IsMore = true },
            new(
                f => f.Marked(LifeMark.Pledged).With(EncumbranceKind.Pledge).Consented(),
                "",
                "PledgeProceeds=SEONPQ")
            { IsMore = true },
        ],
        [
            // 细则 104, 105, 86(2); licences: house rule. A mark that nobody read stops transfer, pledge and open licence.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.Preservation, new DateOnly(2026, 12, 31)), "SEONPQR"),
            new(f => f.Marked(LifeMark.Preserved), "SPQR") { IsMore = true },
        ],
        [
            // 细则 103, 105, 86(2); exclusive and sole licences: house rule after 民法典 870, which notes ordinary ones.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.Suspension), "SEOPQR", "DisputedTitle=N"),
            new(f => f.With(EncumbranceKind.OwnershipDispute), "SEOPQR", "DisputedTitle=N"),
            new(
                f => f.With(EncumbranceKind.OwnershipDispute).With(EncumbranceKind.Suspension),
                "SEOPQR",
                "DisputedTitle=N")
            { IsMore = true },
        ],
        [
            // 技术合同解释 25; 细则 86(1); 技术合同解释 24: a licence survives a transfer.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.ExclusiveLicence), "EONP", "LicencesSurvive=SQR"),
            new(f => f.With(EncumbranceKind.SoleLicence), "EONP", "LicencesSurvive=SQR"),
            new(f => f.With(EncumbranceKind.OrdinaryLicence), "EO", "LicencesSurvive=SQR"),
            new(
                f => f.With(EncumbranceKind.ExclusiveLicence).With(EncumbranceKind.OrdinaryLicence),
                "EONP",
                "LicencesSurvive=SQR"),
            new(
                f => f.With(EncumbranceKind.SoleLicence).With(EncumbranceKind.OrdinaryLicence),
                "EONP",
                "LicencesSurvive=SQR"),
            new(
                f => f.With(EncumbranceKind.ExclusiveLicence).With(EncumbranceKind.SoleLicence),
                "EONP",
                "LicencesSurvive=SQR")
            { IsMore = true },
            new(f => f.Marked(LifeMark.Licensed), "EONP") { IsMore = true },
            new(
                f => f.Marked(LifeMark.Licensed).With(EncumbranceKind.OrdinaryLicence), "EO", "LicencesSurvive=SQR")
            { IsMore = true },
        ],
        [
            // 专利法 51(3), 50.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.OpenLicence), "EOP", "LicencesSurvive=SQR"),
            new(f => f.Marked(LifeMark.OpenLicence), "EOP") { IsMore = true },
        ],
        [
            // 国防专利条例: by approval; never by public announcement, never abroad (P16).
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.Secret), "SEONPQR"),
            new(f => f.With(EncumbranceKind.Secret).Consented(), "P", "SecretDomesticOnly=SEONQR"),
        ],
        [
            // 细则 86(3), 115; house rule after 技术进出口管理条例 2: an open licence is for foreigners too.
            new(f => f, ""),
            new(f => f.With(EncumbranceKind.FeeArrears), "P", "FeesDue=SEONQR"),
            new(f => f.With(EncumbranceKind.ExportRestricted), "P", "ExportRestrictedAbroad=SEONPQR"),
            new(f => f.With(EncumbranceKind.ExportProhibited), "P", "ExportProhibitedAbroad=SEONPQR") { IsMore = true },
            new(
                f => f.With(EncumbranceKind.FeeArrears).With(EncumbranceKind.ExportProhibited),
                "P",
                "FeesDue=SEONQR ExportProhibitedAbroad=SEONPQR")
            { IsMore = true },
            new(
                f => f.With(EncumbranceKind.FeeArrears).With(EncumbranceKind.ExportRestricted)
                    .With(EncumbranceKind.ExportProhibited),
                "P",
                "FeesDue=SEONQR ExportRestrictedAbroad=SEONPQR ExportProhibitedAbroad=SEONPQR")
            { IsMore = true },
        ],
        [
            // 专利法 10: who is not in the register sells nothing; nor does anybody while nobody is.
            new(f => f, ""),
            new(f => f, "SEONPQR") { IsMore = true, Seller = "路人公司" },
            new(f => f.OwnedBy(), "SEONPQR") { IsMore = true, IsUnowned = true },
        ],
    ];

    private static GateFacts Marked(this GateFacts facts, LifeMark mark) =>
        facts with { Marks = facts.Marks.Add(mark) };

    /// <summary>What is added to the facts, the modes it closes, and the rules it is noted by, each with its modes.</summary>
    public sealed record Choice(Func<GateFacts, GateFacts> Add, string Closes, string Notes = "")
    {
        /// <summary>Tried with every two others only, not in every combination.</summary>
        public bool IsMore { get; init; }

        public string Seller { get; init; } = "甲公司";

        /// <summary>No holder is recorded: nothing is shared between holders either.</summary>
        public bool IsUnowned { get; init; }

        /// <summary>By mode, a bit a rule.</summary>
        public ulong[] Noted { get; } = Read(Notes);

        private static ulong[] Read(string notes)
        {
            var noted = new ulong[Letters.Length];
            foreach (var note in notes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = note.Split('=');
                foreach (var mode in parts[1])
                    noted[Letters.IndexOf(mode, StringComparison.Ordinal)] |= 1UL << (int)Enum.Parse<GateRule>(parts[0]);
            }

            return noted;
        }
    }
}
