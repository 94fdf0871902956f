using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

/// <summary>P3: nothing personal in the journal, and an erasure that leaves the chain whole.</summary>
[Collection(OneServer.Name)]
public sealed class PersonalDataTests(MarketServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_natural_person_stands_in_no_record_view_or_file_and_is_gone_after_erasure()
    {
        var party = await server.DraftPerson("诸葛示例");
        await party.Post("submit");
        await server.Verify(party.Id);
        var whole = await party.Get();
        Assert.Equal("诸葛示例", whole.GetProperty("name").GetString());
        Assert.Equal(party.Applicant.IdNumber, whole.GetProperty("idNumber").GetString());
        var me = await party.Representative.Client.Get("/api/me").Ok();
        Assert.Equal("诸葛示例", me.GetProperty("parties")[0].GetProperty("name").GetString());

        string[] personal =
            ["诸葛示例", party.Applicant.IdNumber!, party.Mobile, party.Mail, party.Account];
        Assert.All(await Records(party.Id), record => Assert.DoesNotContain(
            personal, text => (record.Public + record.Secret + record.Stream).Contains(text, StringComparison.Ordinal)));
        foreach (var text in personal) Assert.Empty(FilesWith(text));

        await party.Post("close", new { reason = (string?)null });
        var administrator = await server.Centre(CentreRole.Administrator);
        var reviewer = await server.Centre(CentreRole.Reviewer);
        await reviewer.Client.Command($"/api/parties/{party.Id}/erase").Refused(403, "ADMINISTRATORS_ONLY");
        await administrator.Client.Command($"/api/parties/{party.Id}/erase").Ok();
        await Wait.Until(async () => await VaultRows(party.Id) == 0, "the vault to be empty of the party");

        var erased = await administrator.Client.Get($"/api/parties/{party.Id}").Ok();
        foreach (var member in (string[])["name", "idNumber", "mobile", "mail", "accountNumber"])
            Assert.Null(erased.GetProperty(member).GetString());
        Assert.NotNull(erased.GetProperty("erasedAt").GetString());
        Assert.Null(ChainCheck.FirstBreak(party.Id, await Records(party.Id)));
        await party.Representative.Client.Get($"/api/parties/{party.Id}").Refused(404, "PARTY_UNKNOWN");
        await administrator.Client.Command($"/api/parties/{party.Id}/erase").Refused(409, "ERASED_ALREADY");
    }

    [Fact]
    public async Task An_organisations_people_are_in_the_vault_only_and_the_supervisor_reads_none_of_them()
    {
        var party = await server.VerifiedOrganisation("庚示例公司");
        Assert.All(await Records(party.Id), record => Assert.DoesNotContain(
            "法人庚示例公司", record.Public + record.Secret, StringComparison.Ordinal));
        var supervisor = await server.Centre(CentreRole.Supervisor);
        var seen = await supervisor.Client.Get($"/api/parties/{party.Id}").Ok();
        Assert.Equal("庚示例公司", seen.GetProperty("name").GetString());
        Assert.Null(seen.GetProperty("legalRepresentative").GetString());
        Assert.Null(seen.GetProperty("mobile").GetString());
        Assert.Null(seen.GetProperty("members")[0].GetProperty("email").GetString());
        Assert.Empty(seen.GetProperty("abilities").EnumerateArray());
    }

    [Fact]
    public async Task A_controlling_person_is_found_by_his_number_which_stands_nowhere()
    {
        var person = await server.DraftPerson("控制人示例");
        await person.Post("submit");
        var party = await server.DraftOrganisation("戌示例公司");
        var number = person.Applicant.IdNumber;
        await party.Put("affiliates", new
        {
            affiliates = new[] { new { relation = "Controller", name = "控制人示例", creditCode = (string?)null, idNumber = number } },
        });
        var standing = await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPartyGrain>(party.Id).Standing();
        Assert.Equal(person.Id, Assert.Single(standing!.Affiliates));
        Assert.All(await Records(party.Id), record => Assert.DoesNotContain(
            ["控制人示例", number!], text => (record.Public + record.Secret).Contains(text, StringComparison.Ordinal)));
        var shown = (await party.Get()).GetProperty("affiliates")[0];
        Assert.Equal("控制人示例", shown.GetProperty("name").GetString());
        Assert.False(shown.TryGetProperty("idNumber", out _));
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_in_the_vault()
    {
        var party = await server.VerifiedOrganisation("辛示例公司");
        var before = await VaultRows(party.Id);
        var client = party.Representative.Client;
        await client.Put($"/api/parties/{party.Id}/bank-account", new { holder = "别人", number = "6222000000000002", bank = "行" })
            .Refused(409, "ACCOUNT_NOT_IN_OWN_NAME");
        await client.Command($"/api/parties/{party.Id}/members", new
        {
            email = party.Representative.Email, role = "Agent", name = "某人", powerSha256 = (string?)null, expiresAt = (string?)null,
        }).Refused(409, "POWER_OF_ATTORNEY_MISSING");
        var handler = await server.Centre(CentreRole.Handler);
        await handler.Client.Command($"/api/parties/{party.Id}/suspend", new { reason = "无权" })
            .Refused(403, "REVIEWERS_ONLY");
        Assert.Equal(before, await VaultRows(party.Id));
    }

    private Task<IReadOnlyList<JournalRecord>> Records(string party) => server.Journal.ReadStream(party, 0, 1_000, Cancel);

    private Task<long> VaultRows(string party) => server.Services.GetRequiredService<StateDatabase>().Scalar<long>(
        "select count(*) from vault_rows where name like @prefix", Cancel, ("prefix", party + "/%"));

    private IEnumerable<string> FilesWith(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.GetFiles(server.Folder, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (bytes.AsSpan(0, read).IndexOf(wanted) >= 0) yield return file;
        }
    }
}
