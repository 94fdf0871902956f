using System.Net.WebSockets;
using System.Text;
using IpMarket.Server.Tests.Trading;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>Bad calls over the hub: each is refused in the answer, and the line goes on.</summary>
[Collection(OneInputMarket.Name)]
public sealed class HubInputTests(InputMarket market)
{
    private const string Room = "auction:00000000000000000000000000";
    private const char End = '\u001e';

    private static readonly string Id = Guid.NewGuid().ToString();

    public static TheoryData<string, string, object?[]> Calls => new()
    {
        { "PARAMETER_MALFORMED", "PlaceBid", [] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id, 1, 1] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id, "10000"] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id, 1.5] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id, 1e300] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, Id, null] },
        { "PARAMETER_MALFORMED", "PlaceBid", [Room, 7, 1] },
        { "PARAMETER_MALFORMED", "PlaceBid", [new[] { Room }, Id, 1] },
        { "PARAMETER_MALFORMED", "PlaceBid", [new { Room }, Id, 1] },
        { "AMOUNT_OUT_OF_RANGE", "PlaceBid", [Room, Id, -1] },
        { "AMOUNT_OUT_OF_RANGE", "PlaceBid", [Room, Id, long.MaxValue] },
        { "AMOUNT_OUT_OF_RANGE", "PlaceBid", [Room, Id, long.MinValue] },
        { "COMMAND_ID_MALFORMED", "PlaceBid", [Room, null, 1] },
        { "COMMAND_ID_MALFORMED", "PlaceBid", [Room, "x", 1] },
        { "COMMAND_ID_MALFORMED", "PlaceBid", [Room, Guid.Empty.ToString(), 1] },
        { "COMMAND_ID_MALFORMED", "PlaceBid", [Room, "甲" + Damages.Bidi, 1] },
        { "UNKNOWN_AUCTION", "PlaceBid", [null, Id, 1] },
        { "UNKNOWN_AUCTION", "PlaceBid", [new string('x', 10_000), Id, 1] },
        { "UNKNOWN_AUCTION", "PlaceBid", ["auction:" + Damages.ZeroWidth, Id, 1] },
        { "UNKNOWN_AUCTION", "PlaceBid", ["listing:x", Id, 1] },
        { "PARAMETER_MALFORMED", "TakePrice", [Room, Id, "1"] },
        { "AMOUNT_OUT_OF_RANGE", "TakePrice", [Room, Id, -1] },
        { "UNKNOWN_AUCTION", "Join", [null] },
        { "UNKNOWN_AUCTION", "Join", [""] },
        { "UNKNOWN_AUCTION", "Join", [Room + Damages.Emoji] },
        { "UNKNOWN_AUCTION", "Leave", [null] },
        { "UNKNOWN_AUCTION", "Leave", ["\u0000"] },
        { "PARAMETER_MALFORMED", "Join", [] },
        { "PARAMETER_MALFORMED", "Join", [1] },
        { "PARAMETER_MALFORMED", "Leave", [Room, Room] },
        { "PARAMETER_MALFORMED", "Buy", [Room] },
        { "PARAMETER_MALFORMED", "OnDisconnectedAsync", [null] },
        { "PARAMETER_MALFORMED", "get_Caller", [] },
        { "PARAMETER_MALFORMED", "甲" + Damages.Bidi, [] },
        { "PARAMETER_MALFORMED", new string('x', 10_000), [] },
        { "PARAMETER_MALFORMED", "Misread", ["x"] },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_call_is_refused_and_the_line_goes_on(string code, string method, object?[] values)
    {
        await using var line = await HubClient.Connect(market, (await market.Officer()));
        var problem = await line.Refused(code, method, values);
        Assert.InRange(problem.GetProperty("status").GetInt32(), 400, 499);
        Assert.Contains(problem.GetProperty("title").GetString()!, c => c is >= '\u4e00' and <= '\u9fff');
        await line.Refused("UNKNOWN_AUCTION", "Join", Room);
    }

    /// <summary>Bytes that are no message at all end the line, and nobody else's.</summary>
    [Theory]
    [InlineData("{")]
    [InlineData("\0\0\0")]
    [InlineData("[]")]
    [InlineData("""{"type":99}""")]
    [InlineData("""{"type":"1"}""")]
    [InlineData("""{"type":1,"invocationId":7,"target":"Join","arguments":["auction:x"]}""")]
    [InlineData("""{"type":1,"invocationId":"7","target":"Join","arguments":"auction:x"}""")]
    [InlineData("""{"type":4,"invocationId":"7","target":"Join","arguments":["auction:x"]}""")]
    [InlineData("""{"type":1,"target":"Leave","arguments":[null]}""")]
    public async Task A_message_that_is_none_harms_nobody(string message)
    {
        await using var other = await HubClient.Connect(market);
        using var socket = new ClientWebSocket();
        var cancel = TestContext.Current.CancellationToken;
        await socket.ConnectAsync(
            new UriBuilder(market.Address) { Scheme = "ws", Path = "/hubs/auctions" }.Uri, cancel);
        foreach (var frame in (string[])["""{"protocol":"json","version":1}""", message, new string('x', 20_000)])
        {
            if (socket.State != WebSocketState.Open) break;
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame + End), WebSocketMessageType.Text, true, cancel);
        }

        await HearOut(socket, cancel);
        await other.Refused("UNKNOWN_AUCTION", "Join", Room);
    }

    /// <summary>The last frame is longer than a message may be, so the server ends the line.</summary>
    private static async Task HearOut(ClientWebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[4_096];
        try
        {
            while (socket.State == WebSocketState.Open)
                if ((await socket.ReceiveAsync(buffer, cancel)).MessageType == WebSocketMessageType.Close) return;
        }
        catch (WebSocketException)
        {
            Assert.NotEqual(WebSocketState.Open, socket.State);
        }
    }
}
