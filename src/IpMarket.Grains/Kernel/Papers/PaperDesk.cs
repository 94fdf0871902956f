using System.Runtime.InteropServices;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Numbering;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Grains.Kernel.Papers;

/// <summary>Which paper an event needs.</summary>
/// <param name="Cause">The id derived from the event; every step's command id is derived from it.</param>
/// <param name="At">The instant of the event: its day and year (UTC+8) are the paper's.</param>
public sealed record PaperOrder(PaperKind Kind, string Subject, DateTimeOffset At, Guid Cause, Actor Actor);

/// <summary>
/// How a process has a paper made: a number of the series, then the paper under it, each step with an id derived from
/// the event. Stopped anywhere and repeated, it goes on with the same number; a paper that is frozen is left as it is.
/// </summary>
public sealed class PaperDesk(IGrainFactory grains, IPaperPress press, PaperOffice office)
{
    private const string ErasedReason = "当事人名称已无法取得（个人信息已依法删除），文书未制作";

    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>The market's day.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Zone).DateTime);

    /// <summary>
    /// The number of the paper, frozen after this call or void. <paramref name="compose"/> reads the facts, once, and
    /// answers null when a party it must name was erased: then the number is void and says so.
    /// </summary>
    public async Task<string> Issue(PaperOrder order, Func<Task<PaperDraft?>> compose)
    {
        var number = await Number(order);
        var paper = grains.GetGrain<IPaperGrain>(PaperHead.StreamOf(number.Text));
        if ((await paper.Get()).State.Exists) return number.Text;

        var draft = await compose();
        if (draft is not null && await Freeze(order, number, draft, paper)) return number.Text;
        await Withhold(order, number, paper);
        return number.Text;
    }

    /// <summary>The paper of an order does not stand any more.</summary>
    public async Task Void(PaperOrder order, Guid cause, string reason)
    {
        var number = await Number(order);
        Done((await grains.GetGrain<IPaperGrain>(PaperHead.StreamOf(number.Text)).Void(
            Step(order, cause, "void"), new VoidPaper(reason, null))).Refusal);
        await VoidNumber(order, cause, number, reason);
    }

    private async Task<NumberIssued> Number(PaperOrder order)
    {
        var rule = office.RuleOf(order.Kind, DayOf(order.At).Year);
        var issued = await grains.GetGrain<ISeriesGrain>(rule.Stream).Issue(
            Step(order, order.Cause, "number"), new IssueNumber(order.Subject, rule));
        Done(issued.Refusal);
        return issued.Value.Find<NumberIssued>()!;
    }

    /// <summary>False when a person it names was erased.</summary>
    private async Task<bool> Freeze(PaperOrder order, NumberIssued number, PaperDraft draft, IPaperGrain paper)
    {
        var head = Head(order, number, draft.Title, draft.IsDemo || office.IsDemo);
        var page = press.Print(new PaperSheet(head, office, draft.Blocks));
        var bytes = MemoryMarshal.TryGetArray(page.Bytes, out var segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : page.Bytes.ToArray();
        var frozen = await paper.Freeze(
            Step(order, order.Cause, "freeze"),
            head,
            new PrintedPaper(bytes, page.Fingerprint, press.MediaType, draft.Holders, draft.Persons));
        if (frozen.Refusal?.Is(PaperRefusal.PaperErased) == true) return false;
        Done(frozen.Refusal);
        return true;
    }

    private async Task Withhold(PaperOrder order, NumberIssued number, IPaperGrain paper)
    {
        var head = Head(order, number, order.Kind.Name, office.IsDemo);
        Done((await paper.Withhold(
            Step(order, order.Cause, "withhold"), new WithholdPaper(head, ErasedReason))).Refusal);
        await VoidNumber(order, order.Cause, number, ErasedReason);
    }

    private async Task VoidNumber(PaperOrder order, Guid cause, NumberIssued number, string reason)
    {
        var series = grains.GetGrain<ISeriesGrain>(office.RuleOf(order.Kind, DayOf(order.At).Year).Stream);
        Done((await series.Void(Step(order, cause, "void-number"), new VoidNumber(number.Number, reason))).Refusal);
    }

    private static PaperHead Head(PaperOrder order, NumberIssued number, string title, bool isDemo) => new(
        number.Text,
        number.Display,
        order.Kind.Code,
        order.Kind.Name,
        title,
        DayOf(order.At),
        order.Subject,
        order.Kind.IsPublic,
        isDemo);

    private static CommandContext Step(PaperOrder order, Guid cause, string step) =>
        new(CommandIds.Step(cause, $"{order.Kind.Code}/{step}"), order.Actor);

    /// <summary>A refusal by a rule is an answer: done already. Busy or unknown is none: it is tried again.</summary>
    private static void Done(Refusal? refusal)
    {
        if (refusal is { Status: 429 or >= 500 })
            throw new InvalidOperationException($"A paper was not made: {refusal.Code}.");
    }
}
