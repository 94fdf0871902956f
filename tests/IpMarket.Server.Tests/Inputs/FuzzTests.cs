using System.Text;
using IpMarket.Testing.Faults;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>R16: requests of every route, damaged at random in several places at once.</summary>
[Collection(OneInputMarket.Name)]
public sealed class FuzzTests(InputMarket market)
{
    private const int MemoryBytesMax = 100 << 20;

    /// <summary>A few calls of every route.</summary>
    private const int WarmUp = 1_500;

    [Fact]
    [Trait("Fault", "R16")]
    public async Task Random_requests_get_an_answer_without_a_fault_of_the_server()
    {
        var requests = FaultSize.Of("R16", small: 5_000, full: 200_000);
        var seed = FaultSize.Seed;
        TestContext.Current.TestOutputHelper!.WriteLine($"IPMARKET_SEED={seed}, {requests} requests");
        var random = new Random(seed);
        var probe = new Probe(market);

        // A rebuild takes no input and keeps the machine busy for seconds.
        var routes = (await market.Discover()).Where(route => route.Name is not ("startRebuild" or "logout")).ToList();
        var made = await market.Furnish();
        var memory = 0L;
        for (var i = 0; i < requests; i++)
        {
            // What every route keeps from its first calls is no leak.
            if (i == WarmUp) memory = GC.GetTotalMemory(forceFullCollection: true);
            var route = routes[random.Next(routes.Count)];
            var callers = await market.Callers(route, made);
            var accepted = await probe.Ask(Any(route, made, callers[random.Next(callers.Count)], random));
            if (accepted && Surroundings.IsUsedUpBy(route)) made = await market.Furnish();
        }

        probe.Report();
        var more = GC.GetTotalMemory(forceFullCollection: true) - memory;
        Assert.True(more <= MemoryBytesMax, $"{more >> 20} MB more are held after {requests} requests.");
    }

    private Shot Any(ApiRoute route, Surroundings made, HttpClient caller, Random random)
    {
        var path = route.At(name => random.Next(4) == 0 ? Junk(random) : made.Path(route, name));
        if (route.InQuery.Count > 0 && random.Next(3) > 0)
        {
            path += "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(
                _ => $"{route.InQuery[random.Next(route.InQuery.Count)]}={Junk(random)}"));
        }

        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (random.Next(8) == 0) headers["If-Match"] = $"\"{random.Next(4)}\"";
        if (random.Next(16) == 0) headers["X-Party"] = made.DraftParty.Id;
        return new Shot(caller, route.Method, path, "random")
        {
            Headers = headers, Content = Body(route, made, random),
        };
    }

    private Func<HttpContent?> Body(ApiRoute route, Surroundings made, Random random)
    {
        if (route.Body is null) return random.Next(4) == 0 ? Shot.Json("{}") : () => null;
        var body = made.Body(route, market.Schemas);
        var text = Damages.Text(body);
        var places = Damages.Places(market.Schemas, route.Body, body).Where(place => place.Path.Length > 0).ToList();
        if (places.Count > 0) text = Damages.With(body, places[random.Next(places.Count)].Path, Value(random));
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var left = random.Next(6) == 0 ? random.Next(1, 8) : 0; left > 0; left--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(12) == 0) bytes = bytes[..random.Next(bytes.Length)];
        return () => new ByteArrayContent(bytes) { Headers = { { "Content-Type", "application/json" } } };
    }

    private static string Value(Random random) => random.Next(6) switch
    {
        0 => random.NextInt64(long.MinValue, long.MaxValue).ToString(),
        1 => $"{random.NextDouble() * Math.Pow(10, random.Next(-20, 300)):R}",
        2 => new string('[', random.Next(1, 40)) + new string(']', random.Next(1, 40)),
        3 => $"\"{string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => $"\\u{random.Next(65_536):x4}"))}\"",
        4 => $"\"{random.Next(1, 10_000):0000}-{random.Next(1, 14):00}-{random.Next(1, 33):00}T00:00:00Z\"",
        _ => Damages.Odd(random),
    };

    /// <summary>Percent-encoded bytes and words; no zero byte, which is no address.</summary>
    private static string Junk(Random random) => random.Next(3) switch
    {
        0 => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"%{random.Next(1, 256):X2}")),
        1 => random.NextInt64(long.MinValue, long.MaxValue).ToString(),
        _ => new string((char)random.Next('0', 'z'), random.Next(1, 200)).Replace('?', 'q').Replace('\\', 'b')
            .Replace('<', 'l').Replace('>', 'g').Replace('^', 'c').Replace('`', 't'),
    };
}
