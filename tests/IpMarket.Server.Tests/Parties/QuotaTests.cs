using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

/// <summary>What one user or party may fill of the house.</summary>
[Collection(OneServer.Name)]
public sealed class QuotaTests(MarketServer server)
{
    [Fact]
    public async Task A_party_keeps_a_bounded_number_of_scans_and_the_same_one_again()
    {
        var party = await server.DraftOrganisation("寅示例公司");
        var records = server.Services.GetRequiredService<PartyRecords>();
        var last = Newcomers.Scan();
        for (var i = 1; i < Limits.ScansPerPartyMax; i++)
            await records.KeepScan(party.Id, i == 1 ? last : Newcomers.Scan(), TestContext.Current.CancellationToken);
        var full = await party.Representative.Client.Upload(party.Id, Newcomers.Scan()).Refused(409, "TOO_MANY_SCANS");
        Assert.Equal(Limits.ScansPerPartyMax, full.GetProperty("figures").GetProperty("max").GetInt32());
        await party.Representative.Client.Upload(party.Id, last).Ok();
    }

    [Fact]
    public async Task A_user_registers_a_bounded_number_of_parties()
    {
        var client = (await server.SignUp("collector", UserOrigin.SelfRegistered)).Client;
        var body = new { isNaturalPerson = false, kinds = new[] { "Enterprise" } };
        var id = Guid.NewGuid();
        for (var i = 1; i < Limits.PartiesPerUserMax; i++) await client.Command("/api/parties", body).Ok();
        await client.Command("/api/parties", body, id).Ok();
        await client.Command("/api/parties", body).Refused(409, "TOO_MANY_PARTIES");
        await client.Command("/api/parties", body, id).Ok();
    }
}
