using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class MakerModelSplitTests
{
    [Theory]
    [InlineData("日本日立公司；H-7650", "日本日立公司", "H-7650", "日本")]
    [InlineData("捷克TESCAN公司；5136 SB", "捷克TESCAN公司", "5136 SB", "捷克")]
    [InlineData("Thermo Scientific(美国热电公司）", "Thermo Scientific(美国热电公司）", null, "美国")]
    [InlineData("AGILENT 5973N", "AGILENT", "5973N", null)]
    [InlineData("岛津LC-20A", "岛津", "LC-20A", null)]
    [InlineData("*_TCS SP5型", null, "TCS SP5", null)]
    [InlineData("德国布鲁克（Bruker）D8 ADVANCE", "德国布鲁克（Bruker）", "D8 ADVANCE", "德国")]
    [InlineData("LTQ Orbitrap Discovery", null, "LTQ Orbitrap Discovery", null)]
    [InlineData("AVANCE III 400", null, "AVANCE III 400", null)]
    [InlineData("GCMS-QP2010E", null, "GCMS-QP2010E", null)]
    [InlineData("iTC200", null, "iTC200", null)]
    [InlineData("Watersuplc/SQD", "Waters", "uplc/SQD", null)]
    [InlineData("Thermo Fisher Scientific\n*_iCAP6000", "Thermo Fisher Scientific", "iCAP6000", null)]
    [InlineData("日立公司\n火焰/石墨炉_Z-5000", "日立公司", "火焰/石墨炉_Z-5000", null)]
    [InlineData("德国Sepbox公司，Sepbox 2D-250", "德国Sepbox公司", "Sepbox 2D-250", "德国")]
    [InlineData("瑞士BRUKER公司，*_peri cam PSI", "瑞士BRUKER公司", "peri cam PSI", "瑞士")]
    [InlineData("美国THERMO，lcq-fleet", "美国THERMO", "lcq-fleet", "美国")]
    [InlineData("美国waters公司，2695_waters alliance", "美国waters公司", "2695_waters alliance", "美国")]
    [InlineData("博奥公司，晶芯", "博奥公司", "晶芯", null)]
    [InlineData("安捷伦科技有限公司\nAglient 1200/6410B", "安捷伦科技有限公司", "Aglient 1200/6410B", null)]
    [InlineData("安捷伦科技有限公司，\nAglient7890A/7000C", "安捷伦科技有限公司", "Aglient7890A/7000C", null)]
    [InlineData("岛津公司\nLC-20", "岛津公司", "LC-20", null)]
    [InlineData("热电公司 AS3000", "热电公司", "AS3000", null)]
    [InlineData("普析通用 TAS-990", "普析通用", "TAS-990", null)]
    [InlineData("北京吉天公司 AFS-9130", "北京吉天公司", "AFS-9130", "中国")]
    [InlineData("福斯公司 KeeltecTM 8400", "福斯公司", "KeeltecTM 8400", null)]
    [InlineData("美国ANKOM", "美国ANKOM", null, "美国")]
    [InlineData("美国Agilent", "美国Agilent", null, "美国")]
    [InlineData("TA公司美国", "TA公司美国", null, "美国")]
    [InlineData("ZEISS Ultra 55", "ZEISS", "Ultra 55", null)]
    [InlineData("FEI Talos F200X", "FEI", "Talos F200X", null)]
    [InlineData("Leica Microsystems CMS GmbH", "Leica Microsystems CMS GmbH", null, null)]
    [InlineData("InfraTec/德国英福泰克红外传感与测量技术公司", "InfraTec/德国英福泰克红外传感与测量技术公司", null, "德国")]
    [InlineData("", null, null, null)]
    public void Cells_of_real_lists_come_apart(string cell, string? manufacturer, string? model, string? country)
    {
        var split = MakerModelSplit.Split(cell);

        (split.Manufacturer, split.Model, split.Country).ShouldBe((manufacturer, model, country));
    }
}
