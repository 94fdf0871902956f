using System.CommandLine;
using System.Text;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Commands;

/// <summary>
/// <c>admin create EMAIL</c>: the first administrator, who has no business rights and invites the others (P11).
/// </summary>
internal static class AdminVerbs
{
    private static readonly Argument<string> Email = Verb.Word("EMAIL", "The administrator signs in by it.");

    public static void AddTo(Command root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var create = Verb.Of("create", "Makes an administrator; asks for the password or reads it from input.", Create);
        create.Arguments.Add(Email);
        var admin = new Command("admin", "Administrators of the centre.");
        admin.Add(create);
        root.Add(admin);
    }

    private static async Task<int> Create(ParseResult parsed, CancellationToken cancel)
    {
        var email = parsed.GetRequiredValue(Email);
        if (await ReadPassword(cancel) is not { } password)
        {
            await Console.Error.WriteLineAsync("No password was given, or the two were not the same.");
            return 1;
        }

        return await Verb.WithoutHttp(parsed, async services =>
        {
            var wish = new NewAccount(
                email, email.Split('@')[0], password, UserOrigin.FirstAdministrator, [CentreRole.Administrator]);
            var made = await services.GetRequiredService<Accounts>()
                .Create(wish, Guid.NewGuid(), UserDecider.House, DutyHolder.None);
            if (made.Refusal is { } refusal) return await Verb.Refused(refusal);
            await Console.Out.WriteLineAsync($"Administrator {made.Value.Email} may sign in.");
            return 0;
        });
    }

    /// <summary>Typed twice without being shown at a terminal; otherwise the first line of standard input.</summary>
    private static async Task<string?> ReadPassword(CancellationToken cancel)
    {
        if (Console.IsInputRedirected) return await Console.In.ReadLineAsync(cancel);
        var first = await Ask("Password: ");
        return first == await Ask("Again: ") ? first : null;
    }

    private static async Task<string> Ask(string question)
    {
        await Console.Error.WriteAsync(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length -= Math.Min(1, typed.Length);
            else if (key.KeyChar >= ' ') typed.Append(key.KeyChar);
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
