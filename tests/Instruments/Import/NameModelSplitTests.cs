using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class NameModelSplitTests
{
    [Theory]
    [InlineData("气相色谱-质谱联用仪（8890-5977B）", "气相色谱-质谱联用仪", null, "8890-5977B")]
    [InlineData("(ZEISS LSM 900)激光共聚焦显微镜+搭配活细胞工作站", "激光共聚焦显微镜+搭配活细胞工作站", "ZEISS", "LSM 900")]
    [InlineData("（Carl Zeiss Axio Imager.Z2）全自动正置荧光显微镜", "全自动正置荧光显微镜", "Carl Zeiss", "Axio Imager.Z2")]
    [InlineData("全自动智能蛋白液相色谱系统（AKTA Avant 25）", "全自动智能蛋白液相色谱系统", null, "AKTA Avant 25")]
    [InlineData("同步热分析仪（TG-DSC/DTA）", "同步热分析仪（TG-DSC/DTA）", null, null)]
    [InlineData("气相色谱-质谱联用仪(GC-MS)（G）", "气相色谱-质谱联用仪(GC-MS)", null, null)]
    [InlineData("差示扫描量热仪（常温至500℃）", "差示扫描量热仪（常温至500℃）", null, null)]
    [InlineData("高级荧光定量PCR仪罗氏LC480", "高级荧光定量PCR仪", "罗氏", "LC480")]
    [InlineData("高效液相色谱仪安捷伦 1260", "高效液相色谱仪", "安捷伦", "1260")]
    [InlineData("分子相互作用仪 Biacore 8K+", "分子相互作用仪", null, "Biacore 8K+")]
    [InlineData("高压灭菌锅HG-80", "高压灭菌锅", null, "HG-80")]
    [InlineData("Talos F200X 高分辨透射电子显微镜", "高分辨透射电子显微镜", null, "Talos F200X")]
    [InlineData("Leica EM UC 7 生物冷冻超薄切片机", "生物冷冻超薄切片机", "Leica", "EM UC 7")]
    [InlineData("7890B气相色谱仪", "气相色谱仪", null, "7890B")]
    [InlineData("倒置荧光显微镜 Nikon", "倒置荧光显微镜", "Nikon", null)]
    [InlineData("600MHz 核磁共振波谱仪", "600MHz 核磁共振波谱仪", null, null)]
    [InlineData("120kV透射电镜", "120kV透射电镜", null, null)]
    [InlineData("X射线衍射仪", "X射线衍射仪", null, null)]
    [InlineData("PCR仪", "PCR仪", null, null)]
    [InlineData("pH计", "pH计", null, null)]
    [InlineData("BET比表面仪", "BET比表面仪", null, null)]
    [InlineData("紫外可见分光光度计（UV-2501PC）", "紫外可见分光光度计", null, "UV-2501PC")]
    [InlineData("凝胶渗透色谱仪（AGILENT 1200型）", "凝胶渗透色谱仪", "AGILENT", "1200")]
    [InlineData("透射电子显微镜", "透射电子显微镜", null, null)]
    public void Names_come_free_of_models_and_makers(string cell, string name, string? manufacturer, string? model)
    {
        var parts = NameModelSplit.Split(cell);

        (parts.Name, parts.Manufacturer, parts.Model).ShouldBe((name, manufacturer, model));
    }

    [Theory]
    [InlineData("15402超高效液相色谱仪", "超高效液相色谱仪", "15402", null, null)]
    [InlineData("13G06荧光定量PCR仪", "荧光定量PCR仪", "13G06", null, null)]
    [InlineData("【莱迪】高端流式细胞分析仪", "高端流式细胞分析仪", null, null, "莱迪")]
    [InlineData("显微操作系统-2", "显微操作系统", null, "2", null)]
    [InlineData("超速离心机（Optima XPN-100）1", "超速离心机", null, "1", null)]
    [InlineData("荧光定量PCR仪（CFX96）-1", "荧光定量PCR仪", null, "1", null)]
    [InlineData("综合电化学测试系统【仅可以使用1号通道】", "综合电化学测试系统", null, null, "仅可以使用1号通道")]
    public void Rooms_copies_and_remarks_are_told_apart(string cell, string name, string? room, string? copy, string? remark)
    {
        var parts = NameModelSplit.Split(cell);

        (parts.Name, parts.Room, parts.Copy, parts.Remark).ShouldBe((name, room, copy, remark));
    }
}
