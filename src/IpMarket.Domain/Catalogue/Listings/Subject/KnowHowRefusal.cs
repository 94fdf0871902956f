using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Subject;

/// <summary>Why a listing of know-how without a patent is refused, by descending precedence.</summary>
public enum KnowHowRefusal
{
    [RefusalText(
        "技术秘密挂牌不针对专利；与专利一并处分的，标的请选“专利及技术秘密”。",
        "Know-how is listed without a patent; offered together with one, choose “patent and know-how”.",
        Status = 400)]
    KnowHowWithPatent,

    [RefusalText(
        "技术秘密挂牌与专利挂牌不能互改；请撤回本挂牌，另行新建。",
        "A listing of know-how stays one, and one of a patent too: withdraw it and begin another.")]
    KnowHowStays,

    [RefusalText(
        "请填写技术秘密的公开名称，最多 {max} 字，不写任何技术内容。",
        "Give the know-how a public name of at most {max} characters, without its content.",
        Status = 400)]
    KnowHowUntitled,

    [RefusalText(
        "开放许可只针对已授权的专利（专利法第五十条），技术秘密不能开放许可。",
        "An open licence is of a granted patent (Patent Law art. 50), never of know-how.")]
    KnowHowNotOpen,

    [RefusalText(
        "知识产权质权自办理出质登记时设立（民法典第四百四十条、第四百四十四条），技术秘密可否出质及其登记机构待核实，"
            + "本中心不办理其质权实现。",
        "A pledge of intellectual property begins with its registration (Civil Code arts. 440, 444); whether know-how "
            + "can be pledged, and where, is to be verified: the centre realises none.")]
    KnowHowNotPledged,

    [RefusalText(
        "技术秘密不组织竞价，由双方协商成交（本中心规则）；请选择明示价格或者协商。",
        "Know-how is agreed upon and not bid for (house rule): name a price or leave it to be negotiated.")]
    KnowHowNotBid,

    [RefusalText(
        "技术秘密没有专利转让登记和专利实施许可备案；请另选时点。",
        "Know-how has neither a transfer nor a licence on the patent register: choose another time.")]
    KnowHowNotRegistered,

    [RefusalText(
        "请确认名称、说明、条件和技术指标均可公开，不含技术秘密的内容（民法典第八百六十八条）。",
        "Confirm that name, description, terms and figures may be public and hold nothing of the secret (Civil Code "
            + "art. 868).")]
    KnowHowTextUnconfirmed,

    [RefusalText(
        "技术秘密挂牌的材料只给本中心看，一律不公开。",
        "Papers of a know-how listing are for the centre only; none is public.")]
    KnowHowPapersInside,
}
