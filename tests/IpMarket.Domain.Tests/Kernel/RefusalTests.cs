using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Trading.Auctions;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel;

public sealed class RefusalTests
{
    public static TheoryData<Refusal, string, string, string> Told { get; } = new()
    {
        {
            Refusal.Of(ListingRefusal.WrongState, ("state", ListingState.InAuction)), "InAuction",
            "当前状态“竞价中”下不能办理。", "Not possible while the listing is in an auction."
        },
        {
            Refusal.Of(AuctionRefusal.WrongStatus, ("status", AuctionStatus.Announced)), "Announced",
            "竞价处于“已公告”，不能进行此操作。", "The auction is announced; this is not possible now."
        },
        {
            Refusal.Of(PartyRefusal.WrongStatus, ("status", OnboardingStatus.ToBeSupplemented)), "ToBeSupplemented",
            "主体当前状态为“待补正”，不能进行此操作。", "The party is to be supplemented; this cannot be done now."
        },
        {
            Refusal.Of(DutyRefusal.RoleMissing, ("role", CentreRole.Reviewer)), "Reviewer",
            "本步骤须由岗位“复核”办理，您不在该岗位。", "This step belongs to the role reviewer, which you do not hold."
        },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_state_or_role_is_its_name_to_programs_and_a_word_of_their_language_to_persons(
        Refusal refusal, string figure, string zh, string en)
    {
        Assert.Equal((figure, zh, en), (Assert.Single(refusal.Figures).Value.Text, refusal.Zh, refusal.En));
    }

    [Fact]
    public void Amounts_instants_numbers_and_texts_read_the_same_in_both_languages()
    {
        var instant = new DateTimeOffset(2026, 11, 26, 1, 2, 3, TimeSpan.Zero);
        Told[] told = [Money.Cny(12_345), instant, 7L, "x"];
        Assert.All(told, one => Assert.Equal(one.Zh, one.En));
        Assert.Equal("2026-11-26 09:02:03", told[1].Zh);
    }
}
