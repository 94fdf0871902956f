using System.Collections.Concurrent;
using System.Text.Json;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>A program on the hub; keeps every message it got, in order.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly HubConnection connection;
    private readonly ConcurrentQueue<JsonElement> moves = new();
    private readonly ConcurrentQueue<JsonElement> closes = new();

    private HubClient(HubConnection connection)
    {
        this.connection = connection;
        connection.On<JsonElement>("Moved", moves.Enqueue);
        connection.On<JsonElement>("Closed", closes.Enqueue);
        connection.Closed += _ =>
        {
            Ended.TrySetResult();
            return Task.CompletedTask;
        };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IReadOnlyList<JsonElement> Moves => [.. moves];

    public IReadOnlyList<JsonElement> Closes => [.. closes];

    /// <summary>Done once the line was closed.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The version of the last message.</summary>
    public long Version =>
        Moves is [.., var last] ? last.GetProperty("position").GetProperty("version").GetInt64() : 0;

    public static Task<HubClient> Connect(MarketServer server, Person? person = null) =>
        Connect(server.Address, person);

    public static Task<HubClient> Connect(Uri address, Person? person) => Connect(address, options =>
    {
        if (person is not null) options.Headers["Authorization"] = "Bearer " + person.Tokens.AccessToken;
    });

    public static Task<HubClient> Connect(MarketServer server, Action<HttpConnectionOptions> with) =>
        Connect(server.Address, with);

    private static async Task<HubClient> Connect(Uri address, Action<HttpConnectionOptions> with)
    {
        var made = new HubConnectionBuilder()
            .WithUrl(new Uri(address, "/hubs/auctions"), with)
            .Build();
        var client = new HubClient(made);
        await made.StartAsync(Cancel);
        return client;
    }

    public async Task<JsonElement> Join(string auction)
    {
        var room = await connection.InvokeAsync<JsonElement>("Join", auction, Cancel);
        Assert.True(room.GetProperty("accepted").GetBoolean(), room.GetRawText());
        return room;
    }

    public Task<JsonElement> Call(string method, params object?[] values) =>
        connection.InvokeCoreAsync<JsonElement>(method, values, Cancel);

    public Task<JsonElement> Bid(string auction, long fen, Guid? id = null) =>
        Call("PlaceBid", auction, (id ?? Guid.NewGuid()).ToString(), fen);

    /// <summary>The call is answered with this problem.</summary>
    public async Task<JsonElement> Refused(string code, string method, params object?[] values)
    {
        var answer = await Call(method, values);
        Assert.False(answer.GetProperty("accepted").GetBoolean(), answer.GetRawText());
        var problem = answer.GetProperty("problem");
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public Task AwaitVersion(long version) =>
        Wait.Until(() => Version >= version, $"the room to tell version {version}");

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
