using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Domain.Kernel;

/// <summary>
/// A fact that happened, stored in the journal under its <c>[Alias("area.aggregate.fact/1")]</c>. Past tense. Members
/// marked <see cref="SecretAttribute"/> are stored in the record's secret part.
/// </summary>
public interface IEvent;

/// <summary>
/// A wish to change an aggregate; imperative. Carries neither time nor actor: those are its context's.
/// </summary>
public interface ICommand;

/// <summary>
/// A member of an event that goes into the secret part: bidders' parties, proxy maxima, secret reserves.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>
/// A member of a command that the house looked up for the decider (a party's standing, a register's facts). It is not
/// part of the request: a repeat that finds other facts is still the same command.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LookedUpAttribute : Attribute;

/// <summary>
/// Who acts: a user (<c>user:…</c>) and, where he acts for one, a party (<c>party:…</c>). Always secret.
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.actor/1")]
public sealed record Actor([property: Id(0)] string User, [property: Id(1)] string? Party = null)
{
    /// <summary>A process of the house itself; <paramref name="name"/> is the process's name.</summary>
    public static Actor Process(string name) => new("process:" + name);
}

/// <summary>
/// What travels with a command: its id (the HTTP <c>Idempotency-Key</c>), who acts, and the version he saw
/// (<c>If-Match</c>; null = any).
/// </summary>
[GenerateSerializer, Immutable, Alias("kernel.command-context/1")]
public sealed record CommandContext(
    [property: Id(0)] Guid CommandId,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] long? IfVersion = null);

/// <summary>The instant of a decision (market time, whole microseconds, UTC) and who acts.</summary>
public readonly record struct Moment(DateTimeOffset At, Actor Actor);

/// <summary>A pure rule: the events a command causes in a state, or why not.</summary>
public delegate Outcome<IReadOnlyList<IEvent>> Decide<in TState, in TCommand>(
    TState state, TCommand command, Moment moment)
    where TCommand : ICommand;

/// <summary>Ids derived from other ids, so that a repeat derives the same.</summary>
public static class CommandIds
{
    private static readonly Guid Namespace = new("6b3f3c1e-6f63-5d3a-9a52-1f0d5f9b7a41");

    /// <summary>
    /// The id of the command a process sends because of a record: UUIDv5 (RFC 9562 §5.5) over stream, version, process.
    /// </summary>
    public static Guid Of(string stream, long version, string process) => Version5($"{stream}\n{version}\n{process}");

    /// <summary>The id of step <paramref name="step"/> of a command that spans streams.</summary>
    public static Guid Step(Guid commandId, string step) => Version5($"{commandId:D}\n{step}");

    private static Guid Version5(string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
#pragma warning disable CA5350 // UUIDv5 is defined over SHA-1; nothing here rests on its collision resistance.
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>Stream names, which are also grain keys: <c>word:rest</c>.</summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// The name of a stream that a command creates: <c>word:</c> and 26 letters of Crockford's base 32, derived from
    /// the command id and the acting user, so that a repeat meets the same stream and nobody else's command does.
    /// </summary>
    public static string Create(string word, Guid commandId, Actor actor)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{word}\n{commandId:D}\n{actor.User}"));
        var bits = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return string.Create(word.Length + 27, (word, bits), static (span, source) =>
        {
            source.word.CopyTo(span);
            span[source.word.Length] = ':';
            var rest = source.bits;
            for (var i = span.Length - 1; i > source.word.Length; i--, rest >>= 5)
                span[i] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>
    /// Joins a word and a natural key, e.g. <c>patent:CN202110771508</c>. Refuses keys Orleans would fold.
    /// </summary>
    public static string Of(string word, string rest)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        ArgumentException.ThrowIfNullOrEmpty(rest);
        if (word.Any(c => c is not (>= 'a' and <= 'z') and not '-'))
            throw new ArgumentException($"'{word}' is not a stream word (a–z and dashes).", nameof(word));
        return $"{word}:{rest}";
    }

    /// <summary>The word before the colon.</summary>
    public static string Word(string stream) => stream[..stream.IndexOf(':', StringComparison.Ordinal)];
}
