using System.Security.Cryptography;
using System.Text.Json;
using IpMarket.Adapters.Storage;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Demo;

/// <summary>
/// The demo's accounts. Their passwords are random per store and kept in <c>demo-accounts.json</c> in the data folder,
/// which only its owner can read; the file is also what marks a store as a demo's.
/// </summary>
public sealed class DemoAccounts(StorageOptions storage, IServiceScopeFactory scopes)
{
    private const int PasswordChars = 14;

    /// <summary>No letters and figures that look alike.</summary>
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly Dictionary<string, string> users = new(StringComparer.Ordinal);

    private string PasswordFile => Path.Combine(storage.DataFolder, "demo-accounts.json");

    /// <summary>Whether the demo was loaded into this store before.</summary>
    public bool IsDemoStore => File.Exists(PasswordFile);

    /// <summary>The user stream of a person; known after <see cref="Make"/>.</summary>
    public string UserOf(DemoPerson person) => users[person.Name];

    /// <summary>Makes what is missing; answers every account that people sign in with, and its password.</summary>
    public async Task<IReadOnlyList<(DemoPerson Person, string Password)>> Make(CancellationToken cancel)
    {
        DemoPerson[] people = [.. DemoPeople.OfTheCentre, .. DemoPeople.Parties.Select(party => party.Person)];
        var passwords = await Passwords(people, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        foreach (var person in people)
        {
            var step = "account-" + person.Name;
            var wish = new NewAccount(
                person.Email, person.DisplayName, passwords[person.Name], UserOrigin.Demo, person.Roles);
            var made = await accounts.Create(wish, DemoIds.Of(step), UserDecider.House, DutyHolder.None);
            if (made.Refusal is { } refusal) throw new DemoStepException(step, refusal);
            users[person.Name] = made.Value.Id;
        }

        var robots = DemoPeople.Robots.Select(robot => robot.Person).ToHashSet();
        return [.. people.Where(person => !robots.Contains(person)).Select(person => (person, passwords[person.Name]))];
    }

    private async Task<Dictionary<string, string>> Passwords(DemoPerson[] people, CancellationToken cancel)
    {
        var known = IsDemoStore
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(PasswordFile, cancel))!
            : [];
        var missing = people.Where(person => !known.ContainsKey(person.Name)).ToList();
        foreach (var person in missing)
            known[person.Name] = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordChars);
        if (missing.Count > 0) await Write(known, cancel);
        return known;
    }

    private async Task Write(Dictionary<string, string> passwords, CancellationToken cancel)
    {
        Directory.CreateDirectory(storage.DataFolder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whoever reads the file meets all of it or none.
        var written = PasswordFile + ".new";
        await using (var file = new FileStream(written, options))
            await JsonSerializer.SerializeAsync(file, passwords, Json, cancel);
        File.Move(written, PasswordFile, overwrite: true);
    }
}
