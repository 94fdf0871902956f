using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Live;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace IpMarket.Server.Hosting.Web;

/// <summary>The API's description at <c>/openapi/v1.json</c>, readable at <c>/docs</c>.</summary>
public static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "IpMarket", Version = "1", Description = ApiGuide.Text };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.CreateSchemaReferenceId = new SchemaNames().Of;
        options.AddDocumentTransformer(HubMessages);
        options.AddSchemaTransformer(Schemas);
        options.AddOperationTransformer(Headers);
    });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        // The reader of a market's description is offered nothing of the maker of its page.
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("IpMarket")
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .HideClientButton()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry());
    }

    /// <summary>A figure is one of four plain values; a converter writes it, so the schema must be told.</summary>
    private static Task Schemas(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }

        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }

    /// <summary>What the rooms' hub says stands in no route; the web app takes its types from here too.</summary>
    private static async Task HubMessages(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        foreach (var type in (Type[])[typeof(RoomUpdate), typeof(RoomClosed), typeof(HubRefusal)])
            document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancel));
    }

    private static Task Headers(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        // A list in the query is empty where it is absent.
        foreach (var listed in operation.Parameters.OfType<OpenApiParameter>())
            if (listed is { In: ParameterLocation.Query, Schema.Type: JsonSchemaType.Array }) listed.Required = false;
        if (metadata.OfType<Endpoints.Kernel.WritesMetadata>().Any())
        {
            operation.Parameters.Add(
                Header("Idempotency-Key", "The command's id, a UUID; a repeat changes nothing.", true));
            operation.Parameters.Add(Header("If-Match", "The version seen, in quotes; absent = any.", false));
        }

        if (metadata.OfType<Endpoints.Kernel.Access>().Any(access => access.SignedIn))
            operation.Parameters.Add(Header("X-Party", "The party acted for; absent = the only one.", false));
        if (metadata.OfType<Endpoints.Kernel.ReadsView>().Any())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "after",
                In = ParameterLocation.Query,
                Description = "Waits until the list holds what was stored up to this position.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            });
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string what, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = what,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
