using System.Net.Http.Headers;
using System.Text;
using IpMarket.Testing.Faults;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>
/// Bad input over every route there is: the routes come from the endpoint table, their bodies and parameters from the
/// server's own description, so a new route is under test without a word here.
/// </summary>
[Collection(OneInputMarket.Name)]
public sealed class InputTests(InputMarket market)
{
    private static readonly string[] BadIds =
    [
        "x", "-1", "99999999999999999999", "NaN", "%20", "%0A", "%E2%80%AE", "%E2%80%8B", "%F0%9F%98%80", "%C3%28",
        "..%2F..%2Fetc", "auction:00000000000000000000000000", "user:x", "patent:x", "auction:" + new string('0', 81),
        new string('a', 3_000), "CN209910000001.3", new string('0', 64),
        // A deputyship's id: of instants beyond the calendar, of no role.
        "SGFuZGxlcnx1c2VyOmF8dXNlcjpifDkyMjMzNzIwMzY4NTQ3NzU4MDd8OTIyMzM3MjAzNjg1NDc3NTgwNw", "OTl8YXxifDF8Mg",
    ];

    private static readonly string[] BadQueries =
    [
        "", "x", "-1", "1.5", "true", "2147483648", "9223372036854775807", "99999999999999999999",
        "-9223372036854775808", "%00", "%E2%80%AE", "%FF", "%F0%9F%98%80", "1&{0}=2", "(((*", "auction:x", "99",
        "%2B-%26%7C!(){}[]%5E~*?:%5C%22%27", "%E9%92%92%E9%92%9B%E6%8F%90", "1%202%203%204%205%206%207%208%209",
    ];

    private static readonly string[] Types =
    [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "nonsense", "", "a/b, c/d", "*/*",
        "application/x-www-form-urlencoded", "application/json; charset=utf-16", "application/json; charset=nonsense",
        "application/json; charset=\"", "application/problem+json",
    ];

    private const int DamagesMax = 50;

    private int turn;

    /// <summary>What Kestrel does not take for an address at all.</summary>
    private static readonly string[] Unreadable = ["%00", "%"];

    [Fact]
    [Trait("Fault", "R16")]
    public async Task Bodies_with_one_thing_wrong_are_refused_and_nothing_is_written()
    {
        var probe = new Probe(market);
        var random = new Random(FaultSize.Seed);
        TestContext.Current.TestOutputHelper!.WriteLine($"IPMARKET_SEED={FaultSize.Seed}");
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.Body is not null))
        {
            var damages = Damages.Of(market.Schemas, route.Body!, made.Body(route, market.Schemas)).ToList();
            // A body of hundreds of members: each member's null, and every nth damage, from another one in each run.
            var step = 1 + (damages.Count / FaultSize.Of("R16", DamagesMax, int.MaxValue));
            var first = random.Next(step);
            if (step > 1)
                TestContext.Current.TestOutputHelper!.WriteLine(
                    $"{route.Name}: of {damages.Count} damages every {step}th from {first}");
            foreach (var damage in damages.Where((damage, place) => damage.IsNull || place % step == first))
            {
                var person = await Caller(route, made);
                var accepted = await probe.Ask(new Shot(person, route.Method, Path(route, made), damage.What)
                {
                    Content = Shot.Json(damage.Json), MustBeRefused = damage.MustBeRefused,
                });
                if (accepted && Surroundings.IsUsedUpBy(route)) made = await market.Furnish();
            }
        }

        probe.Report();
    }

    [Fact]
    public async Task Bodies_of_another_type_or_size_are_refused()
    {
        var probe = new Probe(market);
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.Method != "GET" && route.Name != "logout"))
        {
            var takesBody = route.Body is not null || route.IsUpload;
            var sound = route.Body is null ? "{}" : Damages.Text(made.Body(route, market.Schemas));
            async Task Send(string what, Func<HttpContent?> content, bool refused) => await probe.Ask(
                new Shot(await Caller(route, made), route.Method, Path(route, made), what)
                {
                    Content = content,
                    MustBeRefused = refused,
                    MayBeCutOff = what.Contains(" MB", StringComparison.Ordinal),
                });
            if (takesBody)
            {
                await Send("no body", () => null, true);
                foreach (var type in Types)
                {
                    await Send(
                        $"as {type}",
                        Shot.Json(sound, type),
                        type != "application/problem+json");
                }
            }

            await Send("10 MB", Shot.Json($"\"{new string('x', 10_000_000)}\""), takesBody);
            await Send("10 MB in pieces", Pieces, takesBody);
            await Send("bad UTF-8", () => Bytes([.. "{\"a\":\""u8, 0xFF, 0xC0, 0xAF, 0xED, .. "\"}"u8]), takesBody);
            if (!route.IsUpload) continue;
            foreach (var (what, content) in Uploads()) await Send(what, content, true);
        }

        probe.Report();
    }

    [Fact]
    public async Task Ids_that_name_nothing_are_refused()
    {
        var probe = new Probe(market);
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.InPath.Count > 0))
        {
            foreach (var parameter in route.InPath)
            {
                foreach (var id in BadIds.Concat(Unreadable))
                {
                    var path = route.At(name => name == parameter ? id : made.Path(route, name));
                    await probe.Ask(new Shot(await Caller(route, made), route.Method, path, parameter)
                    {
                        Content = Content(route, made), IsUnreadable = Unreadable.Contains(id),
                    });
                }
            }
        }

        probe.Report();
    }

    [Fact]
    public async Task Questions_out_of_bounds_are_answered_or_refused()
    {
        var probe = new Probe(market);
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.Method == "GET"))
        {
            foreach (var parameter in route.InQuery.Append("unknown").Append("%E2%80%AE"))
            {
                foreach (var value in BadQueries.Append(new string('a', 5_000)))
                {
                    var query = $"?{parameter}={value.Replace("{0}", parameter, StringComparison.Ordinal)}";
                    var path = Path(route, made) + query;
                    await probe.Ask(new Shot(await Caller(route, made), "GET", path, parameter));
                }
            }
        }

        probe.Report();
    }

    [Fact]
    public async Task Headers_that_say_nothing_are_refused()
    {
        (string Name, string Value)[] headers =
        [
            ("Idempotency-Key", "x"), ("Idempotency-Key", "00000000-0000-0000-0000-000000000000"),
            ("Idempotency-Key", "{0b6a3d1e-0000-4000-8000-000000000001}"), ("Idempotency-Key", new string('1', 4_000)),
            ("If-Match", "1"), ("If-Match", "\"-1\""), ("If-Match", "\"99999999999999999999\""),
            ("If-Match", "W/\"1\""),
            ("X-Party", "x"), ("X-Party", "party:nobody"),
            ("X-Party", new string('p', 4_000)), ("Origin", "https://elsewhere.example"), ("Origin", "null"),
        ];
        var probe = new Probe(market);
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.Writes))
        {
            foreach (var (name, value) in headers)
            {
                var what = $"{name}: {value[..Math.Min(40, value.Length)]}";
                await probe.Ask(new Shot(await Caller(route, made), route.Method, Path(route, made), what)
                {
                    Content = Content(route, made),
                    Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value },
                    MustBeRefused = true,
                });
            }
        }

        probe.Report();
    }

    /// <summary>Each of those who get past the door in turn.</summary>
    private async Task<HttpClient> Caller(ApiRoute route, Surroundings made)
    {
        var callers = await market.Callers(route, made);
        return callers[++turn % callers.Count];
    }

    private Func<HttpContent?> Content(ApiRoute route, Surroundings made) =>
        route.Body is null ? () => null : Shot.Json(Damages.Text(made.Body(route, market.Schemas)));

    private static string Path(ApiRoute route, Surroundings made) => route.At(name => made.Path(route, name));

    private static StreamContent Pieces() => new(new Endless(10_000_000))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private static ByteArrayContent Bytes(byte[] bytes, string type = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private static IEnumerable<(string What, Func<HttpContent?> Content)> Uploads()
    {
        const string type = "multipart/form-data; boundary=edge";
        const string head =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u202Eb.xml\"\r\n\r\n";
        string[] texts =
        [
            "", "--edge", "--edge--", "--edge\r\n", head, head + "text", head + "text\r\n--edge--\r\n",
            head + "\r\n--edge--\r\n",
            head.Replace("file\"", "other\"", StringComparison.Ordinal) + "x\r\n--edge--\r\n",
            head + "x\r\n" + head + "%PDF-1.7\r\n--edge--\r\n", new string('-', 100_000),
            "--edge\r\n" + new string('h', 40_000) + ": x\r\n\r\n\r\n--edge--\r\n",
        ];
        foreach (var text in texts)
            yield return ($"upload {text.Length}", () => Bytes(Encoding.UTF8.GetBytes(text), type));
        yield return ("upload of 25 MB", () => Bytes([.. Encoding.UTF8.GetBytes(head), .. new byte[25_000_000]], type));
    }
}
