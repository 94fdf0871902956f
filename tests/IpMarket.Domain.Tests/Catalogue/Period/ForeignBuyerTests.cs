using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Gate;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>The gate with a foreign buyer, where he files and where his contract is recorded (P16, facts §5).</summary>
public sealed class ForeignBuyerTests
{
    private static readonly PartyStanding Buyer =
        APublishedListing.Party("party:a") with { Facts = [PartyFactKind.Foreign] };

    private static readonly IntentFacts Facts = new(Buyer, APublishedListing.Party("party:seller"), false, false);

    [Fact]
    public void A_foreign_party_files_no_intent_until_an_officer_has_checked_the_catalogue()
    {
        var listing = new APublishedListing().Publish();
        Assert.Equal("EXPORT_UNCHECKED", listing.Files("a", of: Facts).Refused);
        Assert.Empty(listing.Period.Intents);
        Assert.Contains("人工核对", listing.Why!.Zh, StringComparison.Ordinal);
        listing.Gate = APatentWith.Nothing.With(EncumbranceKind.ExportCheck);
        listing.Files("a", of: Facts).Accepted();
    }

    [Theory]
    [InlineData(EncumbranceKind.Secret, "SECRET_TO_FOREIGNER")]
    [InlineData(EncumbranceKind.ExportProhibited, "PROHIBITED_TO_FOREIGNER")]
    [InlineData(EncumbranceKind.ExportRestricted, "RESTRICTED_TO_FOREIGNER")]
    [InlineData(EncumbranceKind.PublicFunding, "FUNDING_TO_FOREIGNER")]
    public void A_foreign_party_is_refused_what_is_closed_to_it_and_a_domestic_one_is_not(
        EncumbranceKind kind, string code)
    {
        var listing = new APublishedListing { Gate = APatentWith.Nothing.With(EncumbranceKind.ExportCheck) }.Publish();
        listing.Gate = listing.Gate.With(kind).Consented();
        Assert.Equal(code, listing.Files("a", of: Facts).Refused);
        listing.Files("domestic").Accepted();
    }

    [Fact]
    public void A_fact_recorded_after_the_intent_stops_the_contract_until_this_buyers_permit_is_on_file()
    {
        var free = APatentWith.Nothing.With(EncumbranceKind.ExportCheck);
        var listing = new APublishedListing { Gate = free }.Publish().Files("a", of: Facts).Accepted().Ends();
        var day = new DateOnly(2026, 3, 12);
        listing.Now = APublishedListing.Local(2026, 3, 12, 10);
        var restricted = free.With(EncumbranceKind.ExportRestricted);
        listing.Gate = restricted;
        Assert.Equal("RESTRICTED_TO_FOREIGNER", Contract().Refused);
        listing.Gate = restricted.Permitted("party:other");
        Assert.Equal("RESTRICTED_TO_FOREIGNER", Contract().Refused);
        listing.Gate = restricted.Permitted("party:a");
        Contract().Accepted();

        APublishedListing Contract() => listing.RecordsContract(1_000_000, day, buyer: [PartyFactKind.Foreign]);
    }
}
