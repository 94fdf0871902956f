using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Portfolio;

/// <summary>Why a listing of several patents is refused, by descending precedence.</summary>
public enum PortfolioRefusal
{
    [RefusalText(
        "开放许可声明按件提出（专利法第五十条、实施细则第八十五条），一项挂牌只能包含一件专利。",
        "An open licence is declared patent by patent (Patent Law art. 50, Rules art. 85): one patent a listing.")]
    OpenLicenceOfOne,

    [RefusalText(
        "质权按件实现，所得价款须分别清偿各自担保的债权（民法典第四百三十六条、第四百三十八条；本中心规则），"
            + "一项挂牌只能包含一件专利。",
        "A pledge is realised patent by patent: the proceeds of each pay the claim it secures (Civil Code arts. 436, "
            + "438; house rule): one patent a listing.")]
    RealisationOfOne,

    [RefusalText("该专利已在本挂牌中：{number}", "The patent is in this listing already: {number}")]
    PatentInListingAlready,

    [RefusalText(
        "示例专利与真实专利不能同在一项挂牌中：{number}",
        "Invented patents (examples) and real ones are not offered in one listing: {number}")]
    DemoAmongReal,

    [RefusalText("一项挂牌最多包含 {max} 件专利。", "A listing holds at most {max} patents.")]
    TooManyPatents,

    [RefusalText("本挂牌中没有该专利。", "The patent is not in this listing.", Status = 404)]
    PatentNotInListing,

    [RefusalText(
        "首件专利不能移出；请撤回本挂牌，另行新建。",
        "The first patent stays: withdraw this listing and begin another.")]
    FirstPatentStays,

    [RefusalText(
        "{number} 的状态与所选标的不符；同时转让已授权专利和专利申请的，标的请选“专利组合”。",
        "{number} is not of the kind chosen: patents and applications offered together are a portfolio.")]
    SubjectIsMixed,

    [RefusalText(
        "“专利组合”至少包含两件专利；请加入其他专利，或者改选标的。",
        "A portfolio holds two patents at least: add another, or choose another subject.")]
    PortfolioOfOne,

    [RefusalText("该项材料不按专利分别提交。", "Papers of this kind are not given patent by patent.", Status = 400)]
    PaperOfTheWhole,
}
