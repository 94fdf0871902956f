namespace IpMarket.Domain.Kernel;

/// <summary>Either a value or a refusal, never both, never neither.</summary>
[GenerateSerializer, Immutable, Alias("kernel.outcome/1`1")]
public readonly record struct Outcome<T>
{
    [Id(0)]
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why not; null when accepted.</summary>
    [Id(1)]
    public Refusal? Refusal { get; init; }

    public bool IsAccepted => Refusal is null;

    /// <summary>The accepted value; asking a refusal for it is a bug and throws.</summary>
    public T Value => Refusal is null
        ? value!
        : throw new InvalidOperationException($"Refused: {Refusal.Code} {Refusal.En}");

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public Outcome<TOther> Map<TOther>(Func<T, TOther> map) => Refusal is null ? map(Value) : Refusal;
}

/// <summary>What a decider answers: the events to store (at least one), or a refusal.</summary>
public static class Decided
{
    /// <summary>Accepts with these events, in this order.</summary>
    public static Outcome<IReadOnlyList<IEvent>> As(params IEvent[] events) => events;

    public static Outcome<IReadOnlyList<IEvent>> No<TCode>(
        TCode code, params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum => Kernel.Refusal.Of(code, figures);
}
