using System.Text.Json;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>A bidder in the room: bids over the hub and keeps all it is answered and told.</summary>
internal sealed class RunBidder(OnboardedParty party, string auction, HubClient hub, ClientLedger ledger)
    : IAsyncDisposable
{
    public OnboardedParty Party => party;

    public HttpClient Client => party.Representative.Client;

    /// <summary>What the room was told to have come to, message by message.</summary>
    public IEnumerable<AuctionShown> Shown => hub.Moves.Select(move => AuctionShown.Of(
        $"the hub to {party.Applicant.Name}", auction, move.GetProperty("position")));

    /// <summary>The result as the hub told it; waits for it.</summary>
    public async Task<JsonElement> Result()
    {
        await Wait.Until(() => hub.Closes.Count > 0, $"{party.Applicant.Name} to hear of the close");
        return Assert.Single(hub.Closes);
    }

    public static async Task<RunBidder> Join(RunMarket market, OnboardedParty party, string auction, ClientLedger ledger)
    {
        var hub = await HubClient.Connect(market.Address, party.Representative);
        await hub.Join(auction);
        return new RunBidder(party, auction, hub, ledger);
    }

    /// <summary>The receipt of a bid that must be accepted.</summary>
    public async Task<JsonElement> Bid(long fen)
    {
        var id = Guid.NewGuid();
        var receipt = await hub.Bid(auction, fen, id);
        Assert.True(receipt.GetProperty("accepted").GetBoolean(), receipt.GetRawText());
        ledger.Add(Answered(id, fen, ClientAnswer.Accepted) with
        {
            Version = receipt.GetProperty("version").GetInt64(),
            At = receipt.GetProperty("at").GetDateTimeOffset(),
        });
        return receipt;
    }

    /// <summary>A bid that must be refused with this code.</summary>
    public async Task<JsonElement> Refused(long fen, string code)
    {
        var id = Guid.NewGuid();
        var problem = await hub.Refused(code, "PlaceBid", auction, id.ToString(), fen);
        ledger.Add(Answered(id, fen, ClientAnswer.Refused));
        return problem;
    }

    /// <summary>The room over HTTP as this bidder sees it.</summary>
    public Task<JsonElement> Room() => Client.Get($"/api/auctions/{auction}").Ok();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private BidAnswered Answered(Guid id, long fen, ClientAnswer answer) =>
        new(auction, id, party.Representative.User, party.Id, fen, answer);
}
