using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpMarket.Adapters.Search.Meilisearch.Client;

/// <summary>What a write answers: it was enqueued, no more.</summary>
public sealed record TaskInfo(
    int TaskUid, string? IndexUid, [property: JsonConverter(typeof(StatusReader))] TaskInfoStatus Status);

/// <summary>A task and how it went.</summary>
public sealed record TaskResource(
    int Uid,
    string? IndexUid,
    [property: JsonConverter(typeof(StatusReader))] TaskInfoStatus Status,
    MeilisearchApiErrorContent? Error);

public enum TaskInfoStatus
{
    /// <summary>A word this client does not know; waited for like one under way.</summary>
    Unknown,

    Enqueued,

    Processing,

    Succeeded,

    Failed,

    Canceled,
}

/// <summary>The server's words for what is wrong.</summary>
public sealed record MeilisearchApiErrorContent(string Message, string Code, string Type, string Link);

/// <summary>The server refuses, or a task of it failed.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official client's name.")]
public sealed class MeilisearchApiError(HttpStatusCode status, MeilisearchApiErrorContent content)
    : Exception($"Meilisearch says {content.Code} ({(int)status}): {content.Message}")
{
    /// <summary>Its code, e.g. <c>index_not_found</c>; <c>unknown</c> where the answer is none of its own.</summary>
    public string Code { get; } = content.Code;

    public HttpStatusCode Status { get; } = status;
}

/// <summary>The server cannot be reached.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official client's name.")]
public sealed class MeilisearchCommunicationError(Exception inner)
    : Exception("Meilisearch cannot be reached: " + inner.Message, inner);

/// <summary>A task is not over in time; it may yet succeed.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official client's name.")]
public sealed class MeilisearchTimeoutError(int taskUid, TaskInfoStatus status, TimeSpan atMost)
    : Exception($"Task {taskUid} is {status} after {atMost.TotalSeconds} s.");

/// <summary>Reads a status; one of a later server is none of ours and no error.</summary>
internal sealed class StatusReader : JsonConverter<TaskInfoStatus>
{
    public override TaskInfoStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Enum.TryParse<TaskInfoStatus>(reader.GetString(), ignoreCase: true, out var status)
            ? status
            : TaskInfoStatus.Unknown;

    public override void Write(Utf8JsonWriter writer, TaskInfoStatus value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
