using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace IpMarket.Server.Hosting.Web;

/// <summary>
/// Names of schemas in the API's description. By default a type's own name is taken, and two types of one name silently
/// become one schema: here the areas' namesakes are told apart, and any other pair stops the description.
/// </summary>
public sealed class SchemaNames
{
    private static readonly Dictionary<Type, string> Namesakes = new()
    {
        [typeof(Domain.Parties.Onboarding.SuspensionCause)] = "PartySuspensionCause",
        [typeof(Endpoints.Parties.Onboarding.ReasonForm)] = "PartyReasonForm",
    };

    private readonly ConcurrentDictionary<string, Type> taken = new(StringComparer.Ordinal);

    public string? Of(JsonTypeInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var name = Namesakes.GetValueOrDefault(type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        if (name is not null && taken.GetOrAdd(name, type) is var holder && holder != type)
        {
            throw new InvalidOperationException(
                $"{holder} and {type} are both described as {name}: name one in SchemaNames.");
        }

        return name;
    }
}
