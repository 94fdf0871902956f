using IpMarket.Domain.Kernel;

namespace IpMarket.Server.Demo;

/// <summary>
/// Ids of the demo's commands, the same in every store and at every start: what was done already is met again and
/// changes nothing, so a demo that was interrupted goes on where it stopped.
/// </summary>
public static class DemoIds
{
    private static readonly Guid Root = new("2f0c1f52-5d0e-4f6a-9a35-5a3c7ad0de30");

    public static Guid Of(string step) => CommandIds.Step(Root, step);

    public static CommandContext As(Actor actor, string step) => new(Of(step), actor);
}

/// <summary>A step of the demo was refused that never should be: a bug of the demo, named.</summary>
public sealed class DemoStepException(string step, Refusal refusal)
    : Exception($"The demo's step '{step}' was refused: {refusal.Code} {refusal.En}")
{
    public Refusal Refusal { get; } = refusal;
}
