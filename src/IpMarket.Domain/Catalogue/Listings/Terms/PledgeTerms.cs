using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>What a pledge is realised on without a court.</summary>
public enum RealisationBasis
{
    /// <summary>协议: agreed once the debt was due (民法典436).</summary>
    Agreement,

    /// <summary>自行变卖条款: agreed with the pledge (担保制度解释45).</summary>
    SelfSaleClause,
}

/// <summary>
/// 质权实现 by agreement. The pledgee has priority in the proceeds, never the right itself (民法典428); what is over
/// is the pledgor's, what is short stays owed (438).
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.pledge-terms/1")]
public sealed record PledgeTerms
{
    /// <summary>质权人, as the pledge's registration names him.</summary>
    [Id(0)]
    public string Pledgee { get; init; } = "";

    [Id(1)]
    public RealisationBasis Basis { get; init; }

    /// <summary>Number and day of the agreement, or of the contract with its clause.</summary>
    [Id(2)]
    public string Document { get; init; } = "";

    /// <summary>The secured claim asked for: principal, interest, penalties, costs.</summary>
    [Id(3)]
    public Money? Claim { get; init; }

    /// <summary>Said by whoever lists it: the surplus is the pledgor's, nothing falls to the pledgee.</summary>
    [Id(4)]
    public bool SurplusToPledgor { get; init; }

    internal Refusal? Fault(TermsFacts facts)
    {
        if (Pledgee.Length == 0) return TermsFault.Of(TermsRefusal.PledgeeMissing, "pledge.pledgee");
        if (TermsFault.Text("pledge.pledgee", Pledgee, Limits.NameCharsMax) is { } name) return name;
        if (!facts.Pledgees.IsEmpty && !facts.Pledgees.Any(known => Folding.Name(known) == Folding.Name(Pledgee)))
            return TermsFault.Of(
                TermsRefusal.PledgeeNotRecorded, "pledge.pledgee", ("pledgees", string.Join("; ", facts.Pledgees)));
        if (Document.Length == 0) return TermsFault.Of(TermsRefusal.RealisationUnproven, "pledge.document");
        if (TermsFault.Text("pledge.document", Document, Limits.NameCharsMax) is { } document) return document;
        if (Claim is null) return TermsFault.Of(TermsRefusal.ClaimMissing, "pledge.claim");
        if (TermsFault.Amount("pledge.claim", Claim) is { } amount) return amount;
        return SurplusToPledgor ? null : TermsFault.Of(TermsRefusal.ForfeitureBarred, "pledge.surplusToPledgor");
    }
}
