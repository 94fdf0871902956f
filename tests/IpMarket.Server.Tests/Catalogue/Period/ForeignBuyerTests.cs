using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue.Period;

/// <summary>A foreign buyer over HTTP: refused with rule, article and cure until an officer has recorded it (P16).</summary>
[Collection(OnePeriodMarket.Name)]
public sealed class ForeignBuyerTests(PeriodMarket market)
{
    private static readonly object Basis =
        new { source = "出口目录现行版本", document = "核对单1号", seenOn = "2026-03-01" };

    [Fact]
    public async Task A_foreign_party_files_no_intent_until_the_permit_for_it_is_recorded()
    {
        var seller = await market.Seller("攀枝花出口一钒业有限公司");
        var (buyer, other) = (await market.Seller("境外意向一有限公司", PartyFactKind.Foreign), await market.Seller("境内意向一有限公司"));
        var handler = await market.Centre(CentreRole.Handler);
        var listing = await market.Published(seller, 1);
        var patent = (await seller.Read(listing)).GetProperty("patent").GetString();
        var (intents, encumbrances) = ($"/api/listings/{listing}/intents", $"/api/patents/{Number(patent)}/encumbrances");
        var refused = await buyer.Client.Command(intents, PeriodMarket.Intent()).Refused(409, "EXPORT_UNCHECKED");
        var title = refused.GetProperty("title").GetString();
        Assert.Contains("技术进出口管理条例", title, StringComparison.Ordinal);
        Assert.Contains("人工核对", title, StringComparison.Ordinal);
        await other.Client.Command(intents, PeriodMarket.Intent()).Ok();

        await handler.Client.Command(encumbrances, Form("ExportCheck") with { basis = new
        {
            source = "出口目录现行版本", document = "", seenOn = (string?)null,
        } }).Refused(400, "CHECK_UNDATED");
        await handler.Client.Command(encumbrances, Form("ExportRestricted")).Ok();
        await buyer.Client.Command(intents, PeriodMarket.Intent()).Refused(409, "RESTRICTED_TO_FOREIGNER");
        var consents = $"/api/patents/{Number(patent)}/consents";
        await handler.Client.Command(consents, Permit("party:00000000000000000000000000000000"))
            .Refused(404, "BUYER_UNKNOWN");
        await handler.Client.Command(consents, Permit(buyer.Party)).Ok();
        await buyer.Client.Command(intents, PeriodMarket.Intent()).Ok();

        var inside = await handler.Client.Get(encumbrances).Ok();
        Assert.Equal(buyer.Party, inside.GetProperty("consents")[0].GetProperty("buyer").GetString());
        foreach (var reader in new[] { market.Anonymous(), other.Client, seller.Client })
            Assert.Equal(0, (await reader.Get(encumbrances).Ok()).GetProperty("consents").GetArrayLength());
    }

    [Fact]
    public async Task A_foreign_party_is_not_enrolled_in_an_auction_of_what_may_not_be_exported()
    {
        var seller = await market.Seller("攀枝花出口二钒业有限公司");
        var (buyer, other) = (await market.Seller("境外意向二有限公司", PartyFactKind.Foreign), await market.Seller("境内意向二有限公司"));
        var handler = await market.Centre(CentreRole.Handler);
        var number = await seller.Enter();
        var listing = await seller.Submitted(number);
        await handler.Client.HandleListing(listing).Ok();
        await (await market.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();
        var enrolments = $"/api/auctions/{await market.Announced(seller, listing)}/enrolments";

        await buyer.Client.Command(enrolments).Refused(409, "EXPORT_UNCHECKED");
        await handler.Client.Command($"/api/patents/{number}/encumbrances", Form("ExportProhibited")).Ok();
        await buyer.Client.Command(enrolments).Refused(409, "PROHIBITED_TO_FOREIGNER");
        await other.Client.Command(enrolments).Ok();
        await handler.Client.Command(
            $"/api/patents/{number}/encumbrances/1/end",
            new { ending = "Annulled", endedOn = (string?)null, basis = Basis }).Ok();
        await handler.Client.Command($"/api/patents/{number}/encumbrances", Form("ExportCheck")).Ok();
        await buyer.Client.Command(enrolments).Ok();
    }

    private static string? Number(string? patent) => patent?.Replace("patent:", "", StringComparison.Ordinal);

    private static object Permit(string buyer) => new
    {
        encumbrance = 1, givers = Sellers.Texts(), modes = Sellers.Texts("Sale"), basis = Basis, buyer,
    };

    private static EncumbranceBody Form(string kind) => new(kind, "K1", [], null, null, [], Basis);
}
