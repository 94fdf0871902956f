using System.Collections.Immutable;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>Fixes a paper; the house's processes only.</summary>
/// <param name="Parts">Where its bytes were put, when they are the vault's.</param>
[GenerateSerializer, Immutable, Alias("kernel.paper.freeze/1")]
public sealed record FreezePaper(
    [property: Id(0)] PaperHead Head,
    [property: Id(1)] PaperPrint Print,
    [property: Id(2)] ImmutableArray<string> Holders,
    [property: Id(3), LookedUp] ImmutableArray<PaperPart> Parts) : ICommand;

/// <summary>Says that no paper comes under a number that was given; the house's processes only.</summary>
[GenerateSerializer, Immutable, Alias("kernel.paper.withhold/1")]
public sealed record WithholdPaper(
    [property: Id(0)] PaperHead Head,
    [property: Id(1)] string Reason) : ICommand;

/// <summary>Marks a paper as void; the house's processes only.</summary>
[GenerateSerializer, Immutable, Alias("kernel.paper.void/1")]
public sealed record VoidPaper(
    [property: Id(0)] string Reason,
    [property: Id(1)] string? SupersededBy) : ICommand;

/// <summary>Why a paper is not made, changed or shown, by descending precedence.</summary>
public enum PaperRefusal
{
    [RefusalText("没有编号为 {number} 的文书。", "There is no paper numbered {number}.", Status = 404)]
    PaperUnknown,

    [RefusalText("{number} 号文书已经签发，内容不可更改。", "Paper {number} is frozen; its content never changes.")]
    PaperFrozenAlready,

    [RefusalText("{number} 号文书已作废。", "Paper {number} is void already.")]
    PaperVoidAlready,

    [RefusalText(
        "{number} 号文书载有的个人信息已于 {erasedOn} 依法删除，仅保留编号和校验码。",
        "Paper {number} named a person whose data was erased on {erasedOn}; number and hash remain.")]
    PaperErased,

    [RefusalText("{number} 号已作废，没有文书。", "Number {number} is void; there is no paper.")]
    PaperWithheld,

    [RefusalText(
        "本服务器未提供 PDF，请打开网页版并用浏览器打印。",
        "This server offers no PDF; open the page and print it with the browser.")]
    PdfNotOffered,

    [RefusalText("PDF 未能按时生成，请稍后再试。", "The PDF was not made in time; try again shortly.", Status = 503)]
    PdfNotMade,
}

/// <summary>A paper is frozen once, voided once, and never changes otherwise.</summary>
public static class PaperDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Paper paper, FreezePaper command, Moment moment)
    {
        if (paper.Head is { } head) return Decided.No(PaperRefusal.PaperFrozenAlready, ("number", head.Number));
        return Decided.As(new PaperFrozen(command.Head, command.Print, command.Parts, command.Holders));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Paper paper, WithholdPaper command, Moment moment)
    {
        if (paper.Head is { } head) return Decided.No(PaperRefusal.PaperFrozenAlready, ("number", head.Number));
        return Decided.As(new PaperWithheld(command.Head, command.Reason));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Paper paper, VoidPaper command, Moment moment)
    {
        if (paper.Head is not { } head) return Decided.No(PaperRefusal.PaperUnknown, ("number", ""));
        return paper.Void is not null
            ? Decided.No(PaperRefusal.PaperVoidAlready, ("number", head.Number))
            : Decided.As(new PaperVoided(command.Reason, command.SupersededBy));
    }
}
