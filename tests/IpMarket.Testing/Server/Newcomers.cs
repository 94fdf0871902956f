using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing.Files;

namespace IpMarket.Testing.Server;

/// <summary>Parties brought in over HTTP, as people do it.</summary>
public static class Newcomers
{
    private static int serial;

    /// <summary>A valid credit code nobody has used yet.</summary>
    public static string NextCreditCode()
    {
        var first = $"91510400{Interlocked.Increment(ref serial):000000000}";
        return first + CreditCode.CheckCharacter(first);
    }

    /// <summary>A valid ID number nobody has used yet.</summary>
    public static string NextIdNumber()
    {
        var number = Interlocked.Increment(ref serial);
        var first = $"510411{1950 + (number / 1_000 % 50)}0101{number % 1_000:000}";
        return first + IdNumber.CheckCharacter(first);
    }

    /// <summary>An organisation whose form is complete, with its first representative.</summary>
    public static Task<OnboardedParty> DraftOrganisation(
        this MarketServer server, string name, string? creditCode = null) =>
        server.Draft(new Applicant(name, creditCode ?? NextCreditCode(), null, "法人" + name));

    /// <summary>A natural person whose form is complete.</summary>
    public static Task<OnboardedParty> DraftPerson(this MarketServer server, string name, string? idNumber = null) =>
        server.Draft(new Applicant(name, null, idNumber ?? NextIdNumber(), null));

    /// <summary>An organisation the centre has verified.</summary>
    public static async Task<OnboardedParty> VerifiedOrganisation(this MarketServer server, string name)
    {
        var party = await server.DraftOrganisation(name);
        await party.Post("submit");
        await server.Verify(party.Id);
        return party;
    }

    /// <summary>The centre's two steps.</summary>
    public static async Task Verify(this MarketServer server, string party)
    {
        await (await server.Centre(CentreRole.Handler)).Client.Command($"/api/parties/{party}/handle").Read();
        await (await server.Centre(CentreRole.Reviewer)).Client.Command($"/api/parties/{party}/verify").Read();
    }

    /// <summary>A user who was named for a party accepts.</summary>
    public static Task<HttpResponseMessage> Accept(this Person person, string party) =>
        person.Client.Command($"/api/parties/{party}/members/accept");

    /// <summary>Uploads a scan for a party; the answer names it.</summary>
    public static Task<HttpResponseMessage> Upload(this HttpClient client, string? party, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        var form = new MultipartFormDataContent { { file, "file", "scan.txt" } };
        if (party is not null) form.Add(new StringContent(party), "party");
        return client.Command(HttpMethod.Post, "/api/documents", form);
    }

    /// <summary>A PDF like no other.</summary>
    public static byte[] Scan() => SmallFiles.Pdf();

    internal static async Task<JsonElement> Read(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<OnboardedParty> Draft(this MarketServer server, Applicant applicant) =>
        await (await server.SignUp($"rep{Guid.NewGuid():N}", UserOrigin.SelfRegistered)).Draft(applicant);

    /// <summary>A party of this person's whose form is complete, scan included.</summary>
    public static async Task<OnboardedParty> Draft(this Person person, Applicant applicant)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(applicant);
        var isPerson = applicant.IdNumber is not null;
        string[] kinds = [isPerson ? "NaturalPerson" : "Enterprise"];
        var registered = await person.Client.Command("/api/parties", new { isNaturalPerson = isPerson, kinds }).Read();
        var party = new OnboardedParty(registered.GetProperty("id").GetString()!, person, applicant);
        var scan = await person.Client.Upload(party.Id, Scan()).Read();
        await party.Put("identity", party.IdentityForm(kinds, scan.GetProperty("sha256").GetString()!));
        await party.Put("contacts", new { mobile = party.Mobile, mail = party.Mail });
        await party.Put(
            "bank-account", new { holder = applicant.Name, number = party.Account, bank = "示例银行攀枝花分行" });
        await party.Put(
            "invoice-data",
            new { kind = "General", address = (string?)null, telephone = (string?)null, mail = (string?)null });
        await party.Put("affiliates", new { affiliates = Array.Empty<object>() });
        await party.Put("agreements", new { accepted = Agreements.Current.Select(agreement => agreement.Name) });
        return party;
    }
}

/// <summary>What an applicant tells of himself.</summary>
public sealed record Applicant(string Name, string? CreditCode, string? IdNumber, string? LegalRepresentative);

/// <summary>A party with the person who acts for it.</summary>
public sealed record OnboardedParty(string Id, Person Representative, Applicant Applicant)
{
    public string Mobile { get; } = $"139{RandomNumberGenerator.GetInt32(100_000_000):00000000}";

    public string Mail { get; } = $"mail{Guid.NewGuid():N}@party.test";

    public string Account { get; } = $"6222{RandomNumberGenerator.GetInt32(1_000_000_000):000000000000}";

    public object IdentityForm(string[] kinds, string licence) => new
    {
        kinds,
        name = Applicant.Name,
        creditCode = Applicant.CreditCode,
        idNumber = Applicant.IdNumber,
        legalRepresentative = Applicant.LegalRepresentative,
        licenceSha256 = licence,
    };

    public Task<JsonElement> Get() => Representative.Client.Get($"/api/parties/{Id}").Read();

    public Task<JsonElement> Put(string part, object body) =>
        Representative.Client.Put($"/api/parties/{Id}/{part}", body).Read();

    public Task<JsonElement> Post(string act, object? body = null) =>
        Representative.Client.Command($"/api/parties/{Id}/{act}", body).Read();
}
