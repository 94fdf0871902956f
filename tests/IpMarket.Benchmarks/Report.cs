using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpMarket.Benchmarks;

/// <summary>Results: one JSON object a line on standard output.</summary>
internal sealed class Report(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task Line(object result)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(result, result.GetType(), Json));
        await output.FlushAsync();
    }


}
