using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Server;
using IpMarket.Testing.Trading;

namespace IpMarket.Testing.Faults;

/// <summary>
/// Bidders who go on whatever happens to the server: each bids at its own pace over HTTP, repeats what it got no answer
/// to under the same command id until it gets one, and repeats some of what was answered to see the same answer again.
/// Keeps everything it was answered.
/// </summary>
public sealed class BidderFleet : IAsyncDisposable
{
    private const int RepeatEvery = 10;
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    private readonly string auction;
    private readonly Uri address;
    private readonly TimeSpan pace;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];
    private readonly List<string> surprises = [];
    private long amount;
    private long accepted;
    private TaskCompletionSource<long> nextAccepted = New();

    /// <param name="address">Of the server, through all its lives.</param>
    /// <param name="auction">All bid in this one.</param>
    /// <param name="bidders">Each with an access token.</param>
    /// <param name="perSecond">Bids a second of all together.</param>
    public BidderFleet(
        Uri address, string auction, IReadOnlyList<(SeededBidder Bidder, string Token)> bidders, int perSecond)
    {
        ArgumentNullException.ThrowIfNull(bidders);
        (this.address, this.auction) = (address, auction);
        pace = TimeSpan.FromSeconds((double)bidders.Count / perSecond);
        foreach (var (bidder, token) in bidders) running.Add(Task.Run(() => Run(bidder, token)));
    }

    public ClientLedger Ledger { get; } = new();

    public long Accepted => Interlocked.Read(ref accepted);

    /// <summary>Answers no server of ours should give (5xx but "unknown", 400, 403, …).</summary>
    public IReadOnlyList<string> Surprises
    {
        get
        {
            lock (surprises) return [.. surprises];
        }
    }

    /// <summary>Signs them in against a running server.</summary>
    public static async Task<IReadOnlyList<(SeededBidder Bidder, string Token)>> SignIn(
        Uri address, IReadOnlyList<SeededBidder> bidders)
    {
        ArgumentNullException.ThrowIfNull(bidders);
        using var client = new HttpClient { BaseAddress = address };
        var signedIn = new List<(SeededBidder, string)>();
        foreach (var bidder in bidders)
        {
            var tokens = await MarketServer.Login(client, bidder.Email, SeededBidder.Password);
            signedIn.Add((bidder, tokens.AccessToken));
        }

        return signedIn;
    }

    /// <summary>The timestamp of the next accepted answer to a bid sent from now on.</summary>
    public Task<long> NextAccepted()
    {
        var next = New();
        Volatile.Write(ref nextAccepted, next);
        return next.Task;
    }

    /// <summary>Stops after everybody has got an answer to what he has under way.</summary>
    public async Task Stop()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        stop.Dispose();
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task Run(SeededBidder bidder, string token)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = AnswerTimeout };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var ticks = new PeriodicTimer(pace);
        await Task.Delay(pace * Random.Shared.NextDouble());
        var id = Guid.NewGuid();
        var fen = 0L;
        for (var act = 1; ; act++)
        {
            if (fen == 0 && stop.IsCancellationRequested) return;
            if (fen == 0) fen = Interlocked.Add(ref amount, SeededAuction.StepFen);
            var watched = Volatile.Read(ref nextAccepted);
            var answer = await Place(client, bidder, id, fen);
            Ledger.Add(answer);
            if (answer.Answer == ClientAnswer.Accepted)
            {
                Interlocked.Increment(ref accepted);
                watched.TrySetResult(Stopwatch.GetTimestamp());
                if (act % RepeatEvery == 0) Ledger.Add(await Place(client, bidder, id, fen));
                (id, fen) = (Guid.NewGuid(), 0);
            }
            else if (answer.Answer == ClientAnswer.Refused)
            {
                // Half of the refused ids are used again: an id that was refused is free.
                (id, fen) = (act % 2 == 0 ? id : Guid.NewGuid(), 0);
            }

            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<BidAnswered> Place(HttpClient client, SeededBidder bidder, Guid id, long fen)
    {
        var unknown = new BidAnswered(auction, id, bidder.User, bidder.Party, fen, ClientAnswer.Unknown);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/auctions/{auction}/bids")
            {
                Content = JsonContent.Create(new { amount = new { fen, currency = "CNY" } }),
            };
            request.Headers.Add("Idempotency-Key", id.ToString());
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK:
                    return unknown with
                    {
                        Answer = ClientAnswer.Accepted,
                        Version = body.GetProperty("version").GetInt64(),
                        At = body.GetProperty("at").GetDateTimeOffset(),
                    };
                case HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests:
                    return unknown with { Answer = ClientAnswer.Refused };
                case HttpStatusCode.ServiceUnavailable:
                    return unknown;
                case HttpStatusCode.Unauthorized:
                    // Access tokens last ten minutes; the bid is asked again with a fresh one.
                    var tokens = await MarketServer.Login(client, bidder.Email, SeededBidder.Password);
                    client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
                    return unknown;
                default:
                    lock (surprises) surprises.Add($"{(int)answer.StatusCode} {body.GetRawText()}");
                    return unknown;
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException
            or JsonException)
        {
            // No answer: the server is gone, or went while it answered.
            return unknown;
        }
    }
}
