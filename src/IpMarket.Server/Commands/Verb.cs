using System.CommandLine;
using System.CommandLine.Parsing;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Hosting;

namespace IpMarket.Server.Commands;

/// <summary>What the verbs share: their options, the host they start, how they say no.</summary>
internal static class Verb
{
    public static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The data folder; by default .data beside IpMarket.sln, else ./data.",
        Recursive = true,
    };

    public static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen at; by default {MarketLaunch.DefaultUrl}.",
        Recursive = true,
    };

    public static Command Of(string name, string what, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        var verb = new Command(name, what) { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(act);
        return verb;
    }

    /// <summary>The words for the verb itself; what begins with a dash is configuration.</summary>
    public static Argument<string> Word(string name, string what)
    {
        var word = new Argument<string>(name) { Description = what };
        word.Validators.Add(static result =>
        {
            if (result.Tokens is [var only] && only.Value.StartsWith('-'))
                result.AddError($"'{only.Value}' comes after the words of the verb.");
        });
        return word;
    }

    public static MarketLaunch Launch(ParseResult parsed) => new(
        [.. parsed.UnmatchedTokens],
        Path.GetFullPath(parsed.GetValue(Data)?.FullName ?? Folders.Data),
        parsed.GetValue(Urls));

    /// <summary>
    /// The host of <c>serve</c> without HTTP and without the demo: for verbs that write. On SQLite it takes the data
    /// folder, so it refuses while a server holds it.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="act">What the verb does.</param>
    /// <param name="configuration">What an argument that takes many has taken along.</param>
    public static async Task<int> WithoutHttp(
        ParseResult parsed, Func<IServiceProvider, Task<int>> act, params IEnumerable<string> configuration)
    {
        var launch = Launch(parsed);
        await using var app = MarketHost.Build(launch with
        {
            Configuration = [.. launch.Configuration, .. configuration, "--Demo=false"],
            WithoutHttp = true,
        });
        using var held = await app.StartMarket(CancellationToken.None);
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await act(scope.ServiceProvider);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Says why not, in both languages, and answers 1.</summary>
    public static async Task<int> Refused(Refusal refusal)
    {
        await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Zh} {refusal.En}");
        return 1;
    }
}
