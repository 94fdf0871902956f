using System.Collections.Immutable;
using System.Net.Mail;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Identity;

/// <summary>An account to be made.</summary>
/// <param name="Email">Its mail address, by which it signs in.</param>
/// <param name="DisplayName">How the person is called.</param>
/// <param name="Password">Null: to be set through an invitation.</param>
/// <param name="Origin">How it comes to be.</param>
/// <param name="Roles">Roles at once; only from the house itself.</param>
public sealed record NewAccount(
    string Email, string DisplayName, string? Password, UserOrigin Origin, ImmutableArray<CentreRole> Roles);

/// <summary>
/// Makes accounts: the row with name, address and password in the identity store first, the fact in the journal second.
/// A repeat finds the row and completes what is missing.
/// </summary>
public sealed class Accounts(
    UserManager<MarketUser> users, IGrainFactory grains, Standings standings, IServiceScopeFactory scopes)
{
    public const int PasswordCharsMin = 10;
    public const int PasswordCharsMax = 128;
    public const int PasswordUniqueMin = 4;

    /// <param name="account">What is wanted.</param>
    /// <param name="commandId">The account's id is derived from it.</param>
    /// <param name="actor">Who makes it; null: the account itself.</param>
    /// <param name="holder">The maker's roles.</param>
    public async Task<Outcome<MarketUser>> Create(
        NewAccount account, Guid commandId, Actor? actor, DutyHolder holder)
    {
        try
        {
            return await CreateOnce(account, commandId, actor, holder);
        }
        catch (Exception error) when (error is DbUpdateException or InvalidOperationException)
        {
            // Another request has just made this account or taken its address (the identity store then finds the row
            // twice, or the index does): what stands now answers, in a scope that has seen none of it.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Accounts>()
                .CreateOnce(account, commandId, actor, holder);
        }
    }

    private async Task<Outcome<MarketUser>> CreateOnce(
        NewAccount account, Guid commandId, Actor? actor, DutyHolder holder)
    {
        if (Malformed(account, out var email, out var name) is { } malformed) return malformed;
        var id = Ids.Create("user", commandId, actor ?? new Actor("user:self"));
        var user = await users.FindByIdAsync(id);
        if (user is null)
        {
            if (await users.FindByEmailAsync(email) is { } other)
            {
                return other.Id == id
                    ? throw new InvalidOperationException($"{id} was made meanwhile.")
                    : Refusal.Of(IdentityRefusal.EmailTaken);
            }

            user = new MarketUser { Id = id, UserName = email, Email = email, DisplayName = name };
            var made = account.Password is { } password
                ? await users.CreateAsync(user, password)
                : await users.CreateAsync(user);
            if (!made.Succeeded) return OfIdentity(made);
        }
        else if (!await IsSame(user, account, email, name))
        {
            return Refusal.Of(KernelRefusal.SameIdOtherRequest);
        }

        var context = new CommandContext(commandId, actor ?? new Actor(id));
        var registered = await grains.GetGrain<IUserGrain>(id)
            .Register(context, new RegisterUser(account.Origin, account.Roles, holder));
        standings.Forget(id);
        return registered.Map(_ => user);
    }

    /// <summary>What an invited person needs to set his password, good once.</summary>
    public Task<string> Invitation(MarketUser user) => users.GeneratePasswordResetTokenAsync(user);

    /// <summary>Another invitation for an account that has no password yet; the one before is worthless then.</summary>
    public async Task<Outcome<string>> InviteAgain(MarketUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.PasswordHash is not null) return Refusal.Of(IdentityRefusal.PasswordIsSet);
        var changed = await users.UpdateSecurityStampAsync(user);
        return changed.Succeeded ? await Invitation(user) : OfIdentity(changed);
    }

    /// <summary>Sets the password of an invitation; null when done.</summary>
    public async Task<Refusal?> SetPassword(string email, string token, string password)
    {
        if (IsWeak(password)) return Weak();
        if (await users.FindByEmailAsync(email) is not { } user) return Refusal.Of(IdentityRefusal.InviteInvalid);
        var done = await users.ResetPasswordAsync(user, token, password);
        return done.Succeeded ? null : OfIdentity(done);
    }

    /// <summary>Ends every session of a user: his security stamp changes.</summary>
    public async Task EndSessions(string user)
    {
        if (await users.FindByIdAsync(user) is { } account) await users.UpdateSecurityStampAsync(account);
        standings.Forget(user);
    }

    private static Refusal? Malformed(NewAccount account, out string email, out string name)
    {
        email = name = "";
        var cleanEmail = CleanText.Line("email", account.Email);
        if (cleanEmail.Refusal is not null) return cleanEmail.Refusal;
        var cleanName = CleanText.Line("displayName", account.DisplayName);
        if (cleanName.Refusal is not null) return cleanName.Refusal;
        (email, name) = (cleanEmail.Value, cleanName.Value);
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email
            || email.Any(c => c is <= ' ' or > '~'))
        {
            return Refusal.Of(IdentityRefusal.EmailMalformed);
        }

        return account.Password is { } password && IsWeak(password) ? Weak() : null;
    }

    private static bool IsWeak(string password) =>
        password.Length is < PasswordCharsMin or > PasswordCharsMax || password.Distinct().Count() < PasswordUniqueMin;

    private static Refusal Weak() => Refusal.Of(
        IdentityRefusal.PasswordTooWeak,
        ("min", PasswordCharsMin),
        ("max", PasswordCharsMax),
        ("unique", PasswordUniqueMin));

    private static Refusal OfIdentity(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) =>
            Refusal.Of(IdentityRefusal.EmailTaken),
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
            Refusal.Of(IdentityRefusal.EmailMalformed),
        nameof(IdentityErrorDescriber.InvalidToken) => Refusal.Of(IdentityRefusal.InviteInvalid),
        var code when code.StartsWith("Password", StringComparison.Ordinal) => Weak(),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => Refusal.Of(KernelRefusal.UnknownAskAgain),
        var code => throw new InvalidOperationException($"The identity store answered {code}."),
    };

    private async Task<bool> IsSame(MarketUser user, NewAccount account, string email, string name) =>
        user.Email == email
        && user.DisplayName == name
        && (account.Password is null || await users.CheckPasswordAsync(user, account.Password));
}
