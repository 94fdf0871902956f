using System.Collections.Frozen;
using IpMarket.Domain.Parties;

namespace IpMarket.Server.Tests.Permissions;

/// <summary>
/// Who may call what: one row a route, by the name of its endpoint, or a method of the hub. What is not said is refused
/// (401 signed out, 403, or 404 where he may not know of it). A word means: gets past who-may-call; what the rules then
/// say of the resource's state is not of this table.
/// </summary>
internal static class AccessTable
{
    public const string SignedOut = "signed-out";

    /// <summary>Signed in, of no party and no office.</summary>
    public const string Nobody = "nobody";

    /// <summary>Acts for a party the centre has not verified.</summary>
    public const string Unverified = "unverified";

    /// <summary>Acts for a verified party that has nothing to do with the resource.</summary>
    public const string Other = "other";

    /// <summary>Acts for the verified party whose resource it is.</summary>
    public const string Owner = "owner";

    /// <summary>The row's rule asks for state or input before it asks who: others may be told 400 or 409.</summary>
    private const string Early = "early ";

    /// <summary>What the ids name is not there: those who may are told 404 too.</summary>
    private const string Absent = "absent ";

    private const string Parties = $"{Unverified} {Other} {Owner}";
    private const string Market = $"{Nobody} {Parties}";
    private const string Steps = "Handler Reviewer Approver";
    private const string Desk = $"{Steps} Supervisor";
    private const string Money = "Cashier Accountant Supervisor";

    private static readonly string Centre = string.Join(' ', Enum.GetNames<CentreRole>());
    private static readonly string SignedIn = $"{Market} {Centre}";
    private static readonly string Everyone = $"{SignedOut} {SignedIn}";

    /// <summary>Everybody who calls, by his word.</summary>
    public static readonly IReadOnlyList<string> Callers = Everyone.Split(' ');

    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        // Kernel
        ["getTime"] = Everyone,
        ["getCentre"] = Everyone,
        ["getAntiforgeryToken"] = Everyone,
        ["register"] = Everyone,
        ["setPassword"] = Everyone,
        ["getRebuild"] = "Administrator",
        ["startRebuild"] = "Administrator",

        // Parties
        ["getMe"] = SignedIn,
        ["listUsers"] = "Administrator",
        ["getUser"] = "Administrator",
        ["inviteUser"] = "Administrator",
        ["inviteUserAgain"] = "Administrator",
        ["grantRole"] = "Administrator",
        ["revokeRole"] = "Administrator",
        ["disableUser"] = "Administrator",
        ["listParties"] = SignedIn,
        ["registerParty"] = Market,
        ["getParty"] = $"{Owner} {Desk} Administrator",
        ["submitParty"] = Unverified,
        ["handleParty"] = Early + Steps,
        ["verifyParty"] = Early + Steps,
        ["returnParty"] = Early + Steps,
        ["suspendParty"] = "Reviewer Approver",
        ["reinstateParty"] = "Reviewer Approver",
        ["closeParty"] = $"{Owner} Approver",
        ["eraseParty"] = "Administrator",
        ["describeParty"] = Owner,
        ["declareAffiliates"] = Early + Owner,
        ["setContacts"] = Owner,
        ["setBankAccount"] = Owner,
        ["setInvoiceData"] = Owner,
        ["declareFacts"] = Owner,
        ["acceptAgreements"] = Owner,
        ["addMember"] = Owner,
        ["removeMember"] = Owner,
        ["acceptMembership"] = Absent + Market,
        ["uploadDocument"] = Owner,
        ["readDocument"] = $"{Owner} {Steps}",
        ["getApprovalRoutes"] = Centre,
        ["setApprovalRoute"] = "Approver",
        ["appointDeputy"] = "Approver",
        ["endDeputyship"] = Absent + "Approver",

        // Catalogue
        ["searchCatalogue"] = Everyone,
        ["suggestInCatalogue"] = Everyone,
        ["listIpcTitles"] = Everyone,
        ["exportCatalogue"] = Everyone,
        ["getSynonyms"] = Centre,
        ["setSynonyms"] = Steps,
        ["resetSynonyms"] = Steps,
        ["listSavedSearches"] = SignedIn,
        ["saveSearch"] = SignedIn,
        ["changeSavedSearch"] = Absent + SignedIn,
        ["deleteSavedSearch"] = Absent + SignedIn,
        ["recordPatent"] = $"{Other} {Owner} Handler",
        ["getPatent"] = Everyone,
        ["recordHolders"] = "Handler",
        ["listLegalCodes"] = Everyone,
        ["getPatentLife"] = Everyone,
        ["recordLegalEvent"] = "Handler",
        ["recordFeePayment"] = "Handler",
        ["recordFeeReduction"] = "Handler",
        ["recordLapseNotice"] = "Handler",
        ["recordOwnership"] = "Handler",
        ["retractLifeFact"] = Absent + "Handler",
        ["watchPatent"] = SignedIn,
        ["unwatchPatent"] = SignedIn,
        ["listNotices"] = SignedIn,
        ["readNotices"] = SignedIn,
        ["getPatentModes"] = Everyone,
        ["getEncumbrances"] = Everyone,
        ["recordEncumbrance"] = "Handler",
        ["renewEncumbrance"] = Absent + "Handler",
        ["endEncumbrance"] = Absent + "Handler",
        ["recordConsent"] = Absent + "Handler",
        ["withdrawConsent"] = Absent + "Handler",
        ["listListings"] = Everyone,
        ["draftListing"] = Parties,
        ["getListing"] = $"{Owner} {Desk}",
        ["reviseListing"] = Owner,
        ["addListingPatent"] = Owner,
        ["removeListingPatent"] = Owner,
        ["submitListing"] = Owner,
        ["withdrawListing"] = Owner,
        ["handleListing"] = "Handler",
        ["publishListing"] = "Reviewer Approver",
        ["returnListing"] = "Handler",
        ["resumeListing"] = "Reviewer Approver",
        ["listListingDocuments"] = $"{Owner} {Desk}",
        ["addListingDocument"] = Owner,
        ["removeListingDocument"] = Owner,
        ["readListingDocument"] = $"{Owner} {Desk}",
        ["getTitlePack"] = $"{Owner} {Desk}",
        ["declareTitle"] = Owner,
        ["judgeTitlePack"] = "Handler",
        ["listListingPeriods"] = Desk,
        ["listOwnIntents"] = Parties,
        ["getListingPeriod"] = $"{Owner} {Desk}",
        ["chooseListingPeriod"] = Owner,
        ["extendListingPeriod"] = Owner,
        ["requestListingChange"] = $"{Owner} Handler",
        ["decideListingChange"] = "Reviewer Approver",
        ["recordListingContract"] = Steps,
        ["failListingContract"] = Steps,
        ["recordListingDeal"] = Steps,
        ["listIntents"] = $"{Owner} {Desk}",
        ["fileIntent"] = Early + Parties,
        ["withdrawIntent"] = Absent + Parties,
        ["listImports"] = $"{Parties} Handler Supervisor",
        ["getImport"] = $"{Owner} Handler Supervisor",
        ["previewImport"] = $"{Other} {Owner} Handler",
        ["applyImport"] = $"{Owner} Handler",
        ["undoImport"] = $"{Owner} Handler",
        ["listImportRows"] = $"{Owner} Handler Supervisor",
        ["getImportTemplate"] = SignedIn,

        // Trading
        ["listRuleProfiles"] = Everyone,
        ["getRuleProfile"] = Everyone,
        ["compareRuleProfile"] = Everyone,
        ["listAuctions"] = Everyone,
        ["proposeAuction"] = Owner,
        ["getAuction"] = Everyone,
        ["getAuctionEvents"] = Everyone,
        ["listKeys"] = Everyone,
        ["listTreeHeads"] = Everyone,
        ["getInclusionProof"] = Early + Everyone,
        ["getConsistencyProof"] = Early + Everyone,
        ["getAuctionBundle"] = Everyone,
        ["getBidReceipt"] = Absent + Everyone,
        ["listBids"] = Everyone,
        ["placeBid"] = Early + Parties,
        ["setProxy"] = Early + Parties,
        ["listSealedBids"] = Everyone,
        ["sealBid"] = Early + Parties,
        ["releaseShare"] = Early + SignedIn,
        ["openOwnBid"] = Early + SignedIn,
        ["matchPrice"] = Early + Parties,
        ["takePrice"] = Early + Parties,
        ["recordPreemption"] = "Handler",
        ["enrol"] = Early + Parties,
        ["cancelEnrolment"] = Absent + Parties,
        ["proposeAuctionAgain"] = Early + Owner,
        ["draftAuction"] = "Handler",
        ["publishAuction"] = Steps,
        ["suspendAuction"] = Steps,
        ["resumeAuction"] = Steps,
        ["cancelAuction"] = "Reviewer Approver",
        ["listEscrowCases"] = Money,
        ["getEscrowCase"] = Money,
        ["enterReceipt"] = "Cashier",
        ["assignReceipt"] = "Cashier",
        ["returnReceipt"] = "Cashier",
        ["payRefund"] = "Cashier",
        ["listPapers"] = Everyone,
        ["checkPaper"] = Everyone,
        ["getPaperFile"] = Everyone,
        ["getPaperPdf"] = Everyone,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Asked with a password or token in the body, they answer 401 to whoever has the wrong one; and the one that ends
    /// the session it is asked with.
    /// </summary>
    public static readonly IReadOnlyList<string> AskedForPassword = ["login", "refresh", "logout"];

    public static IEnumerable<string> Named => Rows.Keys.Concat(AskedForPassword);

    /// <summary>What is wrong with this answer to him; null when it is as the table says.</summary>
    public static string? Fault(string route, string caller, int status)
    {
        var row = Rows[route];
        if (May(route, caller))
        {
            var isAbsent = row.StartsWith(Absent, StringComparison.Ordinal);
            return status is 401 or 403 or >= 500 || (status == 404 && !isAbsent)
                ? $"{status}, though he may"
                : null;
        }

        var isRefused = status is 401 or 403 or 404
            || (status is 400 or 409 && row.StartsWith(Early, StringComparison.Ordinal));
        return isRefused && status != (caller == SignedOut ? 403 : 401) ? null : $"{status}, though he may not";
    }

    public static bool May(string route, string caller) =>
        Rows[route].Split(' ').Contains(caller, StringComparer.Ordinal);
}
