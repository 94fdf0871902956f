namespace IpMarket.Adapters.Storage.State;

/// <summary>
/// The sessions that have begun and not ended, beside the accounts. Each has a serial that changes with every refresh;
/// a browser's keeps the one it began with.
/// </summary>
public sealed class AccountSessions(StateDatabase state)
{
    /// <summary>Sessions one account may hold; when another begins, the one that began first ends.</summary>
    public const int PerAccountMax = 100;

    private const string Kind = "ipmarket-session";

    /// <param name="user">Whose.</param>
    /// <param name="session">Its name; later ones sort after earlier ones.</param>
    /// <param name="serial">The first serial.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task Begin(string user, string session, string serial, CancellationToken cancel)
    {
        await state.Run(
            """
            insert into account_tokens (user_id, login_provider, name, value) values (@user, @kind, @session, @serial)
            """,
            cancel, ("user", user), ("kind", Kind), ("session", session), ("serial", serial));
        await state.Run(
            """
            delete from account_tokens where user_id = @user and login_provider = @kind and name not in (
              select name from account_tokens where user_id = @user and login_provider = @kind
               order by name desc limit @max)
            """,
            cancel, ("user", user), ("kind", Kind), ("max", PerAccountMax));
    }

    /// <summary>
    /// Puts another serial in the place of this one; false when it is not, or no longer, the session's.
    /// </summary>
    public async Task<bool> Turn(string user, string session, string from, string to, CancellationToken cancel) =>
        await state.Run(
            """
            update account_tokens set value = @to
             where user_id = @user and login_provider = @kind and name = @session and value = @from
            """,
            cancel, ("user", user), ("kind", Kind), ("session", session), ("from", from), ("to", to)) == 1;

    public Task End(string user, string session, CancellationToken cancel) => state.Run(
        "delete from account_tokens where user_id = @user and login_provider = @kind and name = @session",
        cancel, ("user", user), ("kind", Kind), ("session", session));

    /// <summary>By account the names of its sessions.</summary>
    public async Task<ILookup<string, string>> Of(IReadOnlyCollection<string> users, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(users);
        var asked = users.Select((user, i) => ($"user{i}", (object?)user)).ToArray();
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command(
            $"""
            select user_id, name from account_tokens
             where login_provider = @kind and user_id in ({string.Join(',', asked.Select(user => "@" + user.Item1))})
            """,
            [("kind", Kind), .. asked]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var names = new List<(string User, string Name)>();
        while (await reader.ReadAsync(cancel)) names.Add((reader.GetString(0), reader.GetString(1)));
        return names.ToLookup(row => row.User, row => row.Name, StringComparer.Ordinal);
    }
}
