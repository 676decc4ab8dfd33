using Modular.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class VocabularyTests
{
    private static readonly InstrumentVocabulary Vocabulary = InstrumentVocabulary.Current;

    [Theory]
    [InlineData("SEM (S)", "扫描电子显微镜")]
    [InlineData("扫描电镜", "扫描电子显微镜")]
    [InlineData("JEOL JSM-7800F FEG SEM（2）", "场发射扫描电子显微镜")]
    [InlineData("Zeiss高分辨场发射扫描电镜（附有能谱仪）", "场发射扫描电子显微镜")]
    [InlineData("透射电子显微镜-能谱仪", "透射电子显微镜")]
    [InlineData("(ZEISS LSM 900)激光共聚焦显微镜+搭配活细胞工作站", "激光扫描共聚焦显微镜")]
    [InlineData("３２２２液相色谱仪", "高效液相色谱仪")]
    [InlineData("7890B气象色谱仪", "气相色谱仪")]
    [InlineData("气象色谱-质谱联用仪", "气相色谱-质谱联用仪")]
    [InlineData("ICP-MS", "电感耦合等离子体质谱仪")]
    [InlineData("电感耦合等离子体元素发射光谱仪", "电感耦合等离子体发射光谱仪")]
    [InlineData("傅立叶变换红外光谱仪（ATR）", "傅里叶变换红外光谱仪")]
    [InlineData("多晶X-射线衍射仪", "X射线衍射仪")]
    [InlineData("300 兆超导核磁共谱仪", "核磁共振波谱仪")]
    [InlineData("PCR核酸扩增仪", "PCR仪")]
    [InlineData("实时荧光定量PCR仪（Thermo Q 3）(生物岛)", "实时荧光定量PCR仪")]
    [InlineData("Scanning Electron Microscope", "扫描电子显微镜")]
    public void A_name_written_in_any_way_means_its_kind(string name, string kind) =>
        Vocabulary.KindOf(name)!.Kind.NameZh.ShouldBe(kind);

    [Theory]
    [InlineData("扫描探针显微镜", "扫描电镜")]
    [InlineData("场发射透射电镜", "场发射扫描电镜")]
    [InlineData("液相色谱-质谱联用仪", "液相色谱仪")]
    [InlineData("原子荧光仪", "原子吸收仪")]
    [InlineData("近红外光谱仪", "红外光谱仪")]
    [InlineData("等温滴定量热仪", "差示扫描量热仪")]
    [InlineData("电子探针", "扫描探针显微镜")]
    [InlineData("超声波细胞破碎仪", "超声波探伤仪")]
    public void Names_that_only_look_alike_mean_different_kinds(string one, string other)
    {
        var (first, second) = (Vocabulary.KindOf(one)!.Kind, Vocabulary.KindOf(other)!.Kind);
        first.Is(second).ShouldBeFalse();
        second.Is(first).ShouldBeFalse();
    }

    [Fact]
    public void A_special_case_is_its_broader_kind_but_not_the_other_way_round()
    {
        var (fieldEmission, electron) = (Vocabulary.KindOf("场发射扫描电镜")!.Kind, Vocabulary.KindOf("电子显微镜")!.Kind);
        fieldEmission.Is(electron).ShouldBeTrue();
        electron.Is(fieldEmission).ShouldBeFalse();
    }

    [Theory]
    [InlineData("安捷伦科技有限公司", "安捷伦")]
    [InlineData("Agilent Technologies", "安捷伦")]
    [InlineData("Aglient", "安捷伦")]
    [InlineData("Thermo Scientific(美国热电公司）", "赛默飞世尔科技")]
    [InlineData("日本岛津（SHIMADZU）", "岛津")]
    [InlineData("铂金埃尔默仪器有限公司", "珀金埃尔默")]
    [InlineData("PE公司", "珀金埃尔默")]
    [InlineData("德国蔡司", "蔡司")]
    public void A_maker_is_known_in_every_spelling(string manufacturer, string brand) =>
        Vocabulary.BrandOf(manufacturer)!.NameZh.ShouldBe(brand);

    [Fact]
    public void A_school_of_science_is_not_the_maker_Rigaku() => Vocabulary.BrandOf("内蒙古大学理学院").ShouldBeNull();

    [Theory]
    [InlineData("Nicolet 6700", "nicolet-6700")]
    [InlineData("Nicolet6700", "ＮＩＣＯＬＥＴ　６７００")]
    [InlineData("CF 16RX Ⅱ", "CF16RXII")]
    [InlineData("QuantStudio™ 7 Flex", "QuantStudio 7 FLEX")]
    [InlineData("LEICA UC7/ FC7", "Leica UC7FC7")]
    public void One_model_in_two_spellings_is_one_model(string one, string other) =>
        ModelNumber.Normalise(one).ShouldBe(ModelNumber.Normalise(other));

    [Fact]
    public void Folding_a_folded_text_changes_nothing()
    {
        foreach (var text in new[] { "液相色谱-质谱联用仪（LC/MS）", "ÄKTA™ pure 25", "μCT、CT", "(0.5～50)N.m 扭矩", "CF16RXⅡ ½ № ﬁ ㎡ ℃" })
            FoldedText.Name(FoldedText.Name(text)).ShouldBe(FoldedText.Name(text));
    }

    [Fact]
    public void Every_kind_is_understood_by_its_own_name_and_names_a_class()
    {
        foreach (var kind in Vocabulary.Kinds)
        {
            Vocabulary.KindOf(kind.NameZh)!.Kind.ShouldBe(kind);
            Modular.Instruments.Classification.Find(kind.ClassCode).ShouldNotBeNull();
        }
    }
}
