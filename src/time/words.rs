//! The words a reader goes by when saying what an amount of time does: small tables, one a meaning, in simplified characters.

use std::sync::LazyLock;

use super::script::{eat, next, next_inline};

/// Sets of meanings, one bit each.
pub(crate) type Class = u64;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $words:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: Class = 1 << $bit;)*
        const TABLE: &[(Class, &str)] = &[$(($name, $words)),*];
    };
}

classes! {
    /// Someone comes to the place where he is needed.
    ARRIVE = 0, "整装待发 运抵 到场 到达 抵达 赶到 赶至 赶赴 赶往 到位 就位 到现场 到达现场 达到现场 出现场 出动 出警 出发 集结 到岗 上岗 抵京 奔赴 驰援 前往现场 前往处置 来到现场 来到 驶抵 开赴 投入战斗 投入救援 投入战勤 进驻 冲到 跑到 到警 抵现场 到案 接诊 接触到患者 见到患者 上门 派车 派警 发车 出车 派员 出诊 接管 开到 飞抵 降落 驶到 抵达现场 到诊 到院 报到 归队 返岗 挺进 着陆 到达指定 抵达指定 赶抵 赶来 赶过来 到达事故 到事发 抵达事发 抵达事故 前来 送抵 赶回 派出 派遣 派驻 分赴 调来";
    /// A responder's act brought to its end: nobody else can have done it.
    RESULT = 1, "捞了上来 救了上来 救了出来 拉了上来 拉了出来 抬了出来 抱了出来 背了出来 找了回来 抓了起来 追了回来 捞住 捞上 破案 破获 侦破 告破 擒贼 抓获 擒获 捕获 抓捕归案 抓捕 缉捕 缉获 归案 落网 拘捕 扣捕 逮捕 锁定 控制住 控制 制服 扑灭 扑救 灭火 救出 救起 获救 解救 营救 救下 找回 找到 寻回 讨回 逮人 逮捕归案 追回 寻获 追缴 返还失主 排除险情 排险 排除 抢通 抢修 修复 疏散 转移安置 转移 撤离 处置完毕 处置 处理完毕 封堵 堵住 堵漏 隔离管控 管控到位 流调 溯源 筛查 排查 摸排 核查 核酸采样 采样 全部检测 全面检测 全员检测 止付 冻结 挽回 挽损 拦截 劝阻 劝返 抢救 救治 救回 救活 送医 送至 送到 送往 送达 转运 转诊 处警 恢复供电 恢复通车 恢复通行 恢复供水 复电 送电 通电 清障 清除 清运 打通 搭建 架设 启动预案 启动应急 启动 响应 行动 侦结 查清 查明 打掉 端掉 捣毁 化解 平息 灭掉 消除 抢险 急救 接通 联系上 接种 实施救援 展开救援 展开救治 切换 拿下 抓住 逮住 揪出 寻人 起获 查证 查控 核实 研判 回应 答复 回复 结案 办结 审结 赔付 救熄 制止 捉获 检获 扑熄 送院 止血 稳控 脱险 悉数落网 缉拿归案 确认 灌救 撲救 起回 飞抵 疏散到 撤到 撤至 转出 拉响 移出 拖离 拖移 引导 搀扶 捞起 拉上 背下 顶住 合龙 封闭决口 平复 促成 调解 达成和解 拦下 截停 查扣 锁住 破门救人 破门而入 截获 截住 落案 击毙 歼灭 解围 解困 脱困 获释 救上岸 救上来 捞出 抬出 抬上 背出 抱出 拽上 拉起 扶起 接回 送回 送返 护送 带离 带回 劝离 劝下 恢复心跳 恢复意识 复苏 止损 追赃 抓到 拘获 破解 揭开 侦办 刑拘 批捕 封锁 断电作业 关阀 转危为安 恢复正常 排涝 抽干 排空 加固 浇灭 熄灭 压制 洗消 消杀 消毒 封存 召回 叫停 查封 清场 清退 送检 排除嫌疑 定位 定损 营救下山 救下山 救至 救援成功 控火 活捉 疏通 堵截 阻止 阻拦 挽救 援救 捉拿 识破 挫败 被捕 擒拿 驱散 遏制 剿灭 围歼 疏导 捉住 生擒 搭救 拯救 拦住 遏止";
    /// Work brought to an end: by a responder, or by anybody.
    FINISH = 2, "测温 完成 贯通 办结 办理 办好 办妥 办完 办成 结案 审结 完工 竣工 建成 建好 搭好 建起 完毕 做完 做好 处理 解决 落实 整改 改正 纠正 拆除 清理 清空 更换 更新 恢复 修好 修缮 交付 发货 到货 配送 签约 凑齐 筹集 筹齐 募集 落地 投产 复工 复产 安装 调试 安排 安置 开通 上线 下架 关停 关闭 撤出 撤军 撤回 退出 释放 归还 移交 交接 组建 成立 部署 配齐 配备 调集 调拨 调派 集齐 赶制 赶印 生产 转产 签订 达成 敲定 通过 全覆盖 见底 清零 动态清零 到账 到帐 兑付 赔付 赔款 结清 走完 跑完 生成 确认 穿好 装好 搜寻 打捞 复位 接管 布控 收治 收入院 清点 缝合 备齐 运抵 分发 发放 检查 检验 检测 组装 改造 出货 交货 挂牌 集中 攻克 突破防线 歼灭 击落 复勘 勘查 勘察 查勘 勘验 进行全面 接受 拿出 搭起 搭成 修通 铺设 架通 抢建 建立 卸货 装车 装卸 过磅 修理 清理完 建设 拉网 会商 演练完 落位 动工 复课 开学 开业 开张 试运行 上市 发行 销毁 采购 就绪 备妥 抢收 抢种 收割 播种 搬迁 出院 转院 治愈 康复 写完 读完 写出 设计 研发 攻关 测试 比对 梳理 摸清 出方案 出图 录完 拍完 打印 制成 缝制 卸完 装完 搬完 修完 铺完 清完 打扫 登顶 走访完 筛完 吃完 喝完 做出 筹到 募到 凑够 教会 统计 谈成 复牌 攻破 翻修 整修 拆掉 拆迁 装配 重组 编写 印刷 签字 达标 脱贫 撤换 替换 删除 删去 制订 拟订 起草 创办 创建 创立 勘测 测定 搬出 栽植 招募 横渡 收回 出版 织成 增设 修成 修补 翻新 疏浚 浇注 开挖 拼装 装填 粉刷 栽种 采摘 砍伐 购置 添置 编纂 校对 归档 订立 交割 转交 筹资 征调 征集 投放 回收 搬走 迁入 卸下 换装 遣散 归并 扩编 偿付 攻占 击溃 歼敌 退兵 切除 兴建 修筑 筑成 修造 兴修 写成 编成 布设 拆毁 拆解 清扫 清算 填报 更改 改装 迁移 签定 搞定 停当 交出 选出 召集 遣返 启用 封装 开掘 装满 补救 研制 改建 扩建 翻建 修订 搬运 运送 焊接 加装 开凿 设立 撤除 安设 换上 加筑 抽调 调遣 整编 编撰 撰写 编修 编排 交还 签署 废除 回购 募款 募捐 筹措 开垦 制备 提纯 破译 补选 安葬 撤兵 宰杀 购进 修整 抽查 全歼 攻下";
    /// What an office does for those who ask: it answers, decides, hands out, reports.
    REPLY = 3, "报备 递送 递交 送交 呈送 发还 出照 出件 答复 回复 回应 回访 反馈 回电 致电 上报 报告 报送 续报 初报 直报 通报 公布 发布 公开 披露 通知 告知 受理 立案 批复 批准 获批 审批 审核 审查 核准 核发 审定 发证 出证 拿证 取证 领证 出具 给出 作出决定 做出决定 作出 做出 登记 录入 移送 转办 交办 派单 签收 批转 理赔 结算 退款 退费 退还 退税 联系 接听 约谈 下达 下发 出结果 出报告 出炉 拿到 领取 取得 拿到手 发出 发送 推送 预警 书面说明 说明 回函 复核 公示 补发 换发 签发 办证 拨付 放款 接警 接单 接诉 调度 指派 交付 返回 原路返回 复函 批示 声明 澄清 道歉 致歉 辟谣 问责 免职 立案侦查 介入 介入调查 约见 评审 初审 复审 核验 盖章 转账 汇款 打款 寄出 投递 派送 揽收 出库 入库 放行 验放 清关 验收 拨款 兑现 兑付 答覆 回覆 批覆 通報 公佈 發還 刊登 回電 回信 呈报 宣判 采纳 驳斥 颁发 解答 应答 驳回 否决 定夺 裁断 退回 出台 惩处 开除 准许 获准 评定 拨给 革职 报销 刊载 邮寄 撤职 回绝 揭晓";
    /// Something comes about by itself, or many people do it by themselves.
    HAPPEN = 4, "垮塌 决口 断裂 爆裂 烧得 烧成 没过 窜到 窜上 烧到 烧穿 烧光 脱离生命危险 脱离危险 苏醒 睁开 醒来 好转 退烧 死亡 身亡 而死 猝死 丧命 死去 去世 发病 发作 感染 传染 传播 扩散 蔓延 爆发 出现 发生 上升 升高 升至 下降 降至 降低 上涨 下跌 暴涨 暴跌 大涨 大跌 涨停 跌停 涨 跌 翻番 翻倍 增长 增加 减少 暴增 飙升 激增 涌入 涌进 抢光 抢空 售罄 售空 卖光 卖出 售出 抢购 刷屏 转发 点击 点赞 阅读 播放 突破 蒸发 缩水 被咬 咬伤 溺水 坍塌 倒塌 失联 失踪 失散 走散 缓解 相撞 失去联系 扩大 坠毁 坠海 感到 感受到 陷入 分娩 生下 诞下 产下 昏迷 休克 自动 吸收 分解 代谢 消退 生效 失效 过期 袭击 遇袭 遭遇 遭到 经历 受伤 离世 生成 登陆 减弱 加强 增强 发展 演变 沸腾 走红 涨粉 下单 成交 票房 销量 销售 热搜 浏览 融化 燃尽 烧毁 吞噬 淹没 漫过 上线 丢失 被盗 被骗 转走 骗走 盗走 偷走 消费 花光 输掉 起效 见效 晕倒 倒下 起火 自燃 崩溃 宕机 瘫痪 爆炸 崩塌 碎裂 破碎 干涸 泛滥 吞没 淹死 病死 炸死 累死 病倒 阵亡 驾崩 命丧 呕吐 呕血 痉挛 坏死 病变 衰竭 衰退 减退 放缓 减产 增产 增收 倍增 递增 升值 反弹 爆满 诞生 睡着 发芽 绽放 失守 失陷 陷落 溃散 受骗 夺走 夺去 毁坏 毁掉 毁灭 烧掉 枪杀 杀害 刺杀 屠杀 残杀 侵吞 侵占 滚落 偏离 重演 消散 消亡 降解 凝结 败露 逼近 来临 上瘾 作废 反转 决裂 恶化 加剧 增大 增多 增高 增至 递减 减低 回升 高涨 补涨 回调 出生 病逝 惨死 夭折 殉难 死伤 烧死 垂危 出血 抽搐 复明 愈合 肿大 糜烂 瘫软 昏晕 入睡 受损 损坏 腐蚀 沉没 失事 倾斜 裂开 凹陷 剥落 掉落 熔化 液化 溶解 氧化 固化 钙化 封冻 枯竭 干枯 殆尽 衰亡 滋生 萌发 萌芽 绽开 发白 突变 沦陷 溃败 破产 哗变 渗入 积聚 浮现 腾起 烧着 湿透 触电 扭伤 踩踏 刺伤 误伤 谋杀 暗杀 抢夺 劫掠 骗取 纵火 得逞 入侵 撞击 丧失 轰动 流失 下滑 猛增 剧增 攀升 上扬 走强 回落 衰减 萎缩 膨胀 变小 下陷 塌陷 沉降 下坠 凋零 飘落 滑落 渗出 渗水 涌出 喷发 弥漫 燃起 停息 暴发 失控 覆灭 沦亡 灭绝 绝灭 失传 溶化 退色 冲走 冲掉 撕裂 挤满 堆满 碰撞 栽倒 绊倒 昏厥 眩晕 吐血 充血 起病 致病 成瘾 发疯 逝世 致死 毙命 气绝 撞死 害死 自杀 自缢 自焚 遇刺 负伤 打伤 击伤 遭殃 产卵 增殖 抢走 掠走 洗劫 抢掠 放火 偷袭 侵袭 抛售 凝固 溢出 倒闭 垮台 灭亡 瓦解 破裂 脱落 枯萎 肿胀 窒息 昏倒 饿死 冻死 吊死 丧生 牺牲 没命 损毁 破损 贬值 锐减 亏损 获利 减值 减员 透支 挥霍 耗尽 用尽 增厚 膨大 增生 抬升 位移 孵化 沉入 坠入 掀翻 倾覆 开裂 迸裂 褪色 析出 发痒 冒烟 复活 降生 沦为 逆转 落败 散落 溜走 偷盗 打劫 窃取 哄抢 诱骗 刺中 喷出 流入 回流 倾泻 传遍 消逝 降临 浸湿 雷击 惨遭 遭受 摔倒";
    /// Things are counted up.
    COUNT = 5, "累计 共计 总计 合计 共有 共 先后 接连 多次 新增 增加了 再增 又增 日均 平均 连发 连破 连抓 连续抓获 连续破获 连续查获 查获 查处 查扣 缴获 收缴 通报了 报告了 确诊 录得 测得 达到 高达 多达 累积 总量 总数 人次 数十起 数十次 至少有 共接 多起 数起 数次 连 连续三次 连续两次 连续多次 连续四次 连续五次";
    /// Rain, wind and heat are measured.
    WEATHER = 6, "雨量 降雨 降水 降雪 积雪 暴雨 大雨 中雨 小雨 阵雨 雷雨 雷电 大雪 冰雹 大风 阵风 风力 气温 高温 降温 升温 体感温度 最高温 毫米 台风 水位 流量 洪峰 有雨 雾霾 大雾 沙尘 强对流 短时强降水 余震 地震 震级 雷暴 强降水 强降雨 能见度 浓度 天气 多云 转晴 雨带 雨区 冷空气 雨强 雨势 风势 水势 雪势 降雹";
    /// A subject of which nobody is the agent.
    NATURE = 7, "这种材料 该材料 新材料 浓烟 烟雾 火光 火苗 大火 山火 河水 江水 海水 潮水 雨水 山体 病情 血压 热带风暴 强热带风暴 龙卷风 海啸 舆情 谣言 传言 洪峰 洪水 台风 水位 流量 股价 股票 股市 指数 病毒 病例 疫情 火势 油价 房价 金价 价格 气温 雨量 票房 销量 成交额 阅读量 播放量 点击量 转发量 市值 票价 血糖 体温 人数 粉丝 车票 门票 机票 订单 帖子 视频 话题 微博 文章 种子 胚胎 药物 毒素 伤口 余震 赞赏 浏览量 雨势 风势 水势";
    /// Someone must.
    MUST = 8, "尽量 应当 应该 应 必须 须 务必 需要 需 要求 要 责令 勒令 敦促 督促 限期 限 不得超过 规定 明确 下令 命令 指令要求 不得晚于 不得迟于 务求 原则上 标准 请 理应 提出 建议 呼吁 强制 指示 部署要求 必需 拟定 最后通牒 最好 尽早";
    /// Someone says he will.
    PROMISE = 9, "承诺 保证 确保 力争 争取 将会 推行 实行 兑现 许诺 答应 表示会 致力 限时 将于 将在 将对 将完成 将全部 将陆续 将启动 将再 将登 将举行 将开 将投入 将进 将前往 将参加 将返 将公布 将召开 将出席 将继续 将正式 将启 将迎 将抵 将到 将与 将就 将面临 将实施 将升 将发布 将飞 将赴 将上市 将上映 同意 商定 约定 一致同意";
    /// It can be done.
    CAN = 10, "即可 便可 就可 就能 便能 可以 可 能够 能 也可 均可 可在 方可 才能 才可";
    /// A forecast of one's own doing, or a wish.
    PLANNING = 11, "预计 预期 预测 有望 计划 打算 拟 估计 希望 或将 可望 料将 料 恐将 料需 预料 预定 估算 期待 设想 规划 争取能 大概需要 推算 目标是 动身 想要 想在";
    /// It does not happen, or cannot.
    NOT = 12, "无人 不见 不能 不可能 无法 难以 未能 没能 不会 没有 没 未 不可 不足以 尚未 从未 并未 不用 无需 毋须 别想 绝非 无 仍未 还未 还没";
    /// It must not be done, or an order that holds: the amount is filled with keeping it.
    BAN = 13, "只进不出 只出不进 不进不出 不得 不要 不准 不许 禁止 严禁 请勿 切勿 勿 避免 不宜 不应 不外出 不聚餐 不聚会 不聚集 不前往 不参加 不乘坐 不出门 不离开 不能外出 不能离开 限制 暂停 居家 静默 封闭 足不出户 非必要 谢绝 停止 禁食 忌 保持 尽量不 尽量避免 尽量减少 减少 自我 禁言 禁驾 少 观察";
    /// Only if.
    COND = 14, "如果 如 若 倘若 假如 假设 一旦 只要 若是 要是 逾期 倘 除非 万一";
    /// What a party may do at law.
    SUE = 15, "起诉 提起诉讼 行政诉讼 诉讼 上诉 抗诉 申请复议 行政复议 复议 申请复核 申请仲裁 劳动仲裁 仲裁 提出异议 书面异议 异议 申诉 申辩 陈述申辩 提出申辩 听证 申请听证 申请再审 再审 强制执行 申请执行 撤销权 答辩 举证 追索 申报债权 债权 质证 领取裁判文书 公示送达 公告送达 视为送达 提起反诉 应诉 主张权利 诉愿 索赔 提出索赔 申请赔偿 主张";
    /// Papers of courts and offices.
    WRIT = 16, "判决 裁定 调解书 判决书 裁定书 决定书 处罚决定 告知书 偿债书 通知书 送达之日 生效之日 公告之日 公告期 发布之日 判令 判处 法院 本判决 本公告 本通知 登报 登报之日 认领 失物招领 遗失声明 和解协议 合同 协议 法定 判决生效 执行通知 缴款 罚款 仲裁裁决 提示性公告";
    /// What a judgment makes a party do.
    PAY = 17, "腾房 返还 偿还 赔偿 支付 给付 归还 退还 履行 缴纳 缴清 缴至 缴到 缴付 清偿 缴交 交纳 腾退 腾空 搬离 迁出 赔礼道歉 登报道歉 补缴 补足 减持 增持 召开股东大会 公告披露 交付房屋 付清 还款 付款 还清";
    /// Laws and rules.
    LAW = 18, "法律 条例 办法 规定 规则 细则 意见稿 征求意见 草案 民法典 刑法 消防法 劳动法 法规 章程 规章 暂行 实施细则 司法解释 依法 依照 条款 管理法 保护法 安全法 诉讼法 保险法 处罚法 合同法 国务院令 通则";
    /// Those who have a right or a duty at law, not a duty to help.
    PARTY = 19, "申请执行人 被执行人 当事人 被告 原告 上诉人 申请人 被申请人 纳税人 旅客 消费者 投保人 被保险人 使用者 用人单位 劳动者 员工 考生 股东 投资者 经营者 业主 买受人 出卖人 债务人 债权人 承租人 出租人 离职 购房人 用户 顾客 车主 驾驶人 违法行为人 外国人 境外 失主 家长 个人 申报人 候选人 买家 卖家 收货 签收之日 中标人 竞买人 发行人 受害人 缴费人 利害关系人 持有人 债务 经营主体 上市公司 控股股东 实控人 监护人 监管对象 参保人 寄件人 收件人 投诉人 举报人 业委会";
    /// Those whose work it is to respond.
    ACTOR = 20, "队医 巡逻车 警车 民警 民辅警 警方 警察 交警 特警 特巡警 巡警 刑警 辅警 骑警 武警 干警 公安 派出所 警力 警员 探员 专案组 消防 消防员 消防官兵 官兵 救援 救援队 救援人员 搜救 搜救队 队员 应急 急救 医护 医护人员 医生 医院 护士 医疗 急诊 救护 救护车 疾控 卫健委 流调 志愿者 保安 城管 海事 海警 海关 边检 边防 检察院 检察官 法院 法官 执法 监管 市监 工作人员 工作组 政府 部门 街道 社区 网格员 村委会 居委会 指挥部 指挥中心 中心 公司 企业 集团 平台 客服 银行 保险 国税 税务 机关 单位 窗口 大厅 服务台 团队 小组 分队 支队 大队 中队 总队 部队 战队 突击队 抢险 抢修 供电 电力 电网 水务 燃气 铁路 施工 工人 专家 干部 党员 领导 省委 市委 区委 县委 当局 救生员 教练 协会 学校 校方 老师 官员 使馆 领馆 大使馆 市场监管 机场 地铁 车站 管理局 管理处 我们 乘警 列车员 船长 机组 警务 局 队 院方 店方 商家 警署 医务 骑手 快递 机构 组织 船只 直升机 军方 军队 机器人 无人机 维修工 调度员 维修 师傅 物业 专班 社工 网格 村干部 支援队 卫生署 卫生局 员警 消防处 救护员 业者 值班员 船员 电工 银行柜员 柜员 副所长 所长 队长 支书 书记 主任 院长 县长 市长 镇长 区长 大使 总理 总统 空军 海军 陆军 战士 班组 驾驶员救援 建设者 运营商 电信 移动公司 食环署 机管局 法医 检方 警队 海关人员 议会 国会 国务院 教育厅 教育局 民政局 应急局 应急管理局 环保局 住建局 交通局 卫健局 气象局 水利局 抢险人员 施工人员 医务人员 人员 执法人员 技术人员 消防人员 保障人员 安保人员 值班人员 维修人员 抢修人员 防疫人员 流调人员 办案人员 搜救人员 救难人员 医疗人员 现场人员 全体人员 白宫 外交部 财政部 公安部 工信部 教育部 卫生部 国防部 消防车 警消 搜救犬";
    /// Certificates, codes and tests that hold for a time.
    PAPER = 21, "采样证明 核酸采样证明 核酸 核酸检测 抗原 阴性 证明 报告 健康码 行程码 通行证 签证 护照 执照 许可证 有效 有效期 免冠 照片 体检 疫苗 检测报告 居住证 身份证 门票 绿码 码";
    /// Prices.
    PRICE = 22, "免费 收费 计费 计时 停车费 租金 起步价 封顶 元/ 元每 加收 收取 资费 计价 套餐 票价 优惠 违约金 滞纳金 手续费 改签费 退票费 免收 不收 半价 打折 五折 全场 折扣 买一送一 立减 满减";
    /// What goes on through a time: states and activities.
    STATE = 23, "徒步 隔离 医学观察 观察 监测 健康监测 等待 等候 停留 滞留 停业 停运 停工 停课 停电 停水 坚持 奋战 鏖战 激战 奔波 加班 工作 休息 睡 睡眠 训练 学习 培训 昏迷 住院 治疗 持续 搜救 救援 搜寻 排查 搜索 抢救 抢修 扑救 摸排 侦查 调查 蹲守 追踪 走访 谈判 会谈 讨论 检查 演练 展开 直播 表演 跋涉 行驶 飞行 航行 步行 车程 行程 路程 拘留 监禁 徒刑 拘役 管制 缓刑 关押 禁赛 停职 展期 假期 放假 休假 休市 公示期 试用 不间断 连轴转 连续 奋力 努力 紧张 漫长 耐心 跟踪 巡逻 值守 值班 比赛 庭审 手术 检疫 等 耗 封闭 封锁 交火 冲突 停火 通话 讲话 演讲 对峙 僵持 候车 排队 候机 看护 护送 搏斗 追逐 封控 管控 辩论 审议 表决 静默 居家 找寻 寻找 展览 讲解 采访 值勤 加工 航程 查找 战斗 施救 打斗 扭打 劝说 劝导 安抚 谈心 游玩 参观 拍摄 集中隔离 居家隔离 静置 冬眠 磋商 商谈 混战 转战 角逐 争吵 吵架 厮打 哭泣 哭闹 发呆 熬夜 盘旋 避难 冷战 漫步 奔袭 爬行 停泊 停战 休养 歇息 度假 出差 进修 留学 深造 务工 打拼 拾荒 劳作 驻扎 驻防 驻足 借宿 审理 排演 试行 见习 禁捕 拖欠 煎熬 折腾 隐瞒 游荡 存活 受阻 延续 屹立 搜查 追查 游览 排练 操演 观摩 研讨 探讨 访谈 专访 质询 审讯 审问 劝解 游行 罢市 停产 围困 围攻 抵抗 顽抗 殊死 争夺 挣扎 折磨 拘禁 流放 躲藏 逃难 漂泊 辗转 奔走 穿行 狂奔 疾驰 追赶 坐车 护航 寄养 照顾 熟睡 昏睡 睡觉 休眠 妊娠 燃烧 烘烤 飘浮 悬吊 蹲坐 打坐 垂钓 闲聊 狂欢 观望 讲课 求学 打工 备考 侦听 交谈 谈话 密谈 畅谈 搜捕 追捕 围追 作战 奋斗 拼搏 操劳 操练 受训 休整 调养 调研 救灾 阻击 急驰 攀登 漂浮 照射 搅拌 饲养 筹备 酝酿 拖延 停滞 停顿 罢工 罢课 静坐 潜伏 埋伏 潜逃 外逃 软禁 劳改 看管 尾随 纠缠 寻访 寻觅 闲逛 转悠 玩耍 沉睡 打盹 打瞌睡 失眠 露宿 隐居 独居 闲居 侨居 离散 厮守 恋爱 谈恋爱 授课 执教 执政 哀悼 哭喊 煮沸 逃亡 囚禁 流亡 流落 坐牢 肆虐 抗洪 攻坚 商讨 交涉 斡旋 练习 锻炼 演奏 奔跑 赶路 攻读 苦读 服侍 恶战 厮杀 征战 交战 打仗 演习 追击 死守 镇守 留守 站岗 放哨 观测 探索 摸索 琢磨 徘徊 颠簸 坐船 划船 往返 盘问 争论 争执 争辩 争斗 吵闹 肃立 伫立 鼓掌 祈祷 冷冻 透析 放疗 养伤 耕耘 务农 磨合 相伴 休战 打交道 未眠 喂养 养育 抚育 追寻 追随 隐忍 隐匿 嬉戏 诵读 受苦 远航 涉水 滑行 扫雷 迎候 写生 缄默 演说 致辞 支撑 缺血 废弃 停刊";
    /// Words that say how long something took.
    TAKE = 24, "历时 耗时 用时 费时 花了 花费 花费了 用了 共用了 共用 用去 耗费 耗费了 费了 全程用时 总用时 历经 花去";
    /// Words before an amount that a state or activity fills.
    FILL = 25, "维持 作业 经过 经 为期 长达 时长 车程 行程 路程 持续了 坚持了 等了 等候了 走了 睡了 做了 干了 开了 飞了 住了 持续 已有 已经 已 整整 足足 停靠 轮候 候诊 奋战 鏖战 激战 苦战 熬了 忙了 隔离 停业 停运 停课 停工 暂停 拘留 检疫 监测 工作 训练 学习 昏迷 住院 耽误 耽搁 延误 延长 晚点 推迟 延迟 缩短 压缩 平均 节省 节约 休息 睡眠 步行 驾车 开车 骑行 相处 生活 运行 运营 营业 服役 任职 服刑 拘役 徒刑 缓刑 关押 禁赛 停职 封闭 试用期 工期 展期 假期 航程 周期 寿命 间隔 晾晒 浸泡 煮 蒸 烤 炖 腌制 冷藏 加热 放置 静置 观察 搁置 停留 滞留 搜救 救援 飞行 候车 排队 等 站了 走 开 候机 跪了 躺了 坐了 跑了 追了 找了 谈了 聊了 哭了 打了 拖了 欠了 躲了 藏了 逃了 关了 练了 学了 忙活了 守了 蹲了 骑了 爬了 游了 漂了 被困 被困了 失联 失联了 堵了 断了 停了 干 站";
    /// Work that never stops.
    ROUND = 26, "值班 值守 备勤 在岗 坚守 在线 营业 开放 服务 巡逻 巡查 巡护 巡航 监控 监测 监视 轮班 轮流 轮值 轮守 轮岗 运转 不间断 不断 不停 不打烊 快速响应 响应 待命 待岗 受理 接待 自助 自主 全天候 全天 守护 看守 看护 陪护 陪伴 照看 照护 作业 施工 连续 运行 运营 运作 供应 供电 供水 咨询 接听 接警 接报 畅通 驻守 驻点 盯守 严守 值勤 执勤 防控 管控 全程 循环 滚动 跟踪 动态 直播 无人值守 营运 通关 应急 备战 办理 领取 预约 保障 报案 录像 蹲守 挂号 不离 无间断 轮换 随时 都有 都在 倒班 关注 专人 医学观察 开机 供应热水 挺在 连轴转 陪在 上门 上门服务 售票 值机";
    /// Nouns an amount is the label of.
    LABEL = 27, "网咖 网吧 自习室 加油站 过境免签 免签 服务点 值班组 值班室 值班台 服务站 救助站 圈 热线 电话 客服 便利店 便利 书店 书房 图书馆 药店 餐厅 超市 影院 自助银行 自助区 服务区 自助服务 警务室 银行 热线电话 专线 法则 定律 赛 耐力赛 马拉松 接力赛 游泳池 法庭 品质 便民 邮箱 都市圈 高铁圈 经济圈 战法 工作法 客房服务 服务平台 承诺制 服务承诺 无理由 无理由退货 冷静期 速成 理论 快充 工作制 试用 体验券 健身房 门诊 鲜花店 值班电话 服务电话 报警电话 咨询电话 监督电话 举报电话 求助电话 应急电话 救援电话 服务热线 值班热线 咨询热线 举报热线 新闻热线 爆料热线 心理热线 法律服务 窗口 售票窗口 柜台 药房 诊所 门店 客房 闭环 通道 食堂 厕所";
    /// Having been somewhere.
    BEEN = 28, "旅居史 接触史 居住史 旅行史 活动史 行程史 史 到过 去过 来过 到访过 曾 曾经 有过 接触过 途经 途径 往来 轨迹 未离开 未出 没有离开 返回 抵返 来自 入境史 发热 症状 到访 前往过 乘坐过 接种过 逗留 曾逗留 居留 停留";
    /// Verbs that set a clock: something is told, or found, or happens.
    TELL = 29, "来信 来函 反映 付完款 打完110 打完119 打完120 打了12345 打了110 打了119 打了120 打12345 打110 打119 打120 拨通 打进 发出 上报 呼叫 按下 投诉 举报 知悉 求救 呼救 报修 致电 打电话 传来 下发 听到 听见 突发 接到 接获 接报 接报后 接警 接警后 接令 接 收到 获悉 获知 得知 获报 闻讯 闻警 闻令 发现 打完电话 提出查询 提出咨询 提出申请 请求支援 请求增援 请求救援 被责令整改 被责令 广播寻医 寻医 取得联系 启动预案 启动应急 启动应急预案 启动应急响应 发现后 求援 响起 事发 案发 发案 发生 报警 报案 求助 受理 启动 下达 指令 警情 通知后 接诉 接单 获 报告后 出险 到任 上任 收悉 立案 接收 抵京 抵达 抵沪 入境 返回 返京 返乡 到达 落地 申请 申报 提交 报名 签收 付款 下单 申领 递交 发布 颁布 登陆 开工 开庭 开业 开始 起飞 停电 停水 断电 断网 起火 着火 落水 坠落 倒地 受伤 入院 发病 发烧 确诊 检出 检测 采样 开单 组织 发案后 遇到 遭遇 打电话 拨打 察觉 揭发 嗅到 开赛 开幕 即位 继位 发觉 觉察 恳求 检举 申述 投保 报考 入伍 接任 开战 得悉 提请 就职 报知 撞见 探知 知晓 受聘 应聘 继任 出任 枪响";
    /// Done: the text reports it.
    DONE = 30, "了 已 已经 便 就 成功 顺利 全部 迅速 火速 立即 即 随即 最终 终于 先后 圆满 均已 旋即";
    /// Limits of time by name.
    LIMIT = 31, "时限 期限 限时 限期 限 办理时间 办结时间 响应时间 审批时间 办理时限 办结时限 受理时限 承诺时限 用时最长 耗时最长 最长 规定时间 工作时限 反应时间 到场时间 出警时间 处置时间 办理 查询 审批";
    /// Averages, and times made shorter: how long the handling takes.
    HANDLING = 32, "平均 压缩 缩短 压减 缩减 减少到 减少至 降至 降到 精简 提速 由原来 原来 原本 延长 提升至 控制在 减至 减到 缩至";
    /// Penalties that last.
    PENALTY = 33, "拘留 有期徒刑 徒刑 缓刑 拘役 管制 剥夺政治权利 监禁 刑期 获刑 判处 判刑 入狱 暂扣 吊销 吊扣 禁驾 市场禁入 处以 停职";
    /// Before the amount: the day that comes before the time counts.
    BEFOREHAND = 34, "考前 赛前 入境前 登机前 发病前 报到前 出发前 行前 入场前 入院前 抵达前 返校前 入学前 开考前 会前 就诊前 起飞前 开赛前 到达前 入职前 事发前 案发前 死前 生前 确诊前 离境前 出境前 返程前 开学前 手术前 术前 演出前 来前 进馆前";
    /// A rule, a plan or an order is spoken of: what follows is demanded.
    ORDER = 36, "要求 规定 明确 责令 承诺 强调 推出 提出 指示 部署 新规 机制 标准 制度 工作法 按照 规程 通知 目标 服务承诺 公约 规范 约定 限 限期 命令 下令 呼吁 敦促 表示将 机制要求 应当 必须 务必";
    /// Measured against another amount.
    COMPARE = 37, "少于 低于 优于 高于 多于 短于 快于 长于 超出 远超";
    /// Going beyond a limit.
    EXCEED = 38, "超过 超出 逾期 超时";
    /// Saying what an amount is, not what is done in it.
    DEFINE = 39, "时间为 时间是 窗口期 时间窗 最佳时间 最佳时机 黄金时间 黄金期 黄金窗 黄金窗口 黄金";
    /// A match, a season, a market's session: what is done in it answers nobody.
    PLAY = 40, "远射 垫射 补射 禁区 第一节 第二节 第三节 第四节 易边再战 客队 连入 反超 梅开二度 帽子戏法 扳回 绝杀 角球 任意球 门将 前锋 后卫 球队 球员 主队 客队 主帅 球迷 上半场 下半场 上半时 下半时 半场 开场 开局 加时 加时赛 点球 进球 破门 扳平 比分 连胜 连败 联赛 赛季 决赛 半决赛 夺冠 卫冕 射门 得分 篮板 单节 首节 次节 末节 三分球 国脚 世锦赛 锦标赛 公开赛 大奖赛 世界杯 亚冠 中超 英超 国足 男篮 女排 女足 金牌 银牌 铜牌 名将 选手 主场 客场 开盘 收盘 早盘 午盘 尾盘 盘中 大盘 股价 股市 沪指 恒指 个股 成交额 票房 首映 大促 双十一 直播间 带货 专辑 单曲 粉丝 热搜 播放量 点击量";
    /// Many people who do each what he likes.
    CROWD = 41, "网友 网民 粉丝 球迷 歌迷 影迷 观众 听众 游客 旅客 乘客 顾客 消费者 市民 民众 群众 居民 村民 百姓 路人 学生 考生 用户 买家 玩家 散户 股民 投资者 抢票 排队";
    /// What a response is called for: someone in need, something broken, somebody wanted.
    TROUBLE = 42, "侧翻 追尾 相撞 火灾 大火 明火 火情 火势 起火 着火 失火 火警 险情 灾情 警情 疫情 事故 故障 隐患 泄漏 泄露 爆管 塌方 滑坡 泥石流 地震 洪水 内涝 积水 伤者 伤员 患者 病人 病患 孕妇 产妇 遇险 被困 受困 被埋 落水 溺水 走失 失联 失踪 迷路 晕倒 昏迷 受伤 嫌疑人 嫌犯 疑犯 逃犯 歹徒 劫匪 小偷 窃贼 毒贩 肇事 赃款 赃物 案件 命案 凶手 投诉 举报 诉求 求助 报警 报案 报修 呼救 求救 停电 停水 停气 断电 断水 停运 瘫痪 中断";
    /// It may come about.
    PERHAPS = 43, "可能 也许 或许 恐 大概要 料";
    /// Words the ones above would wrongly be found in.
    INERT = 35, "受灾群众 受灾户 受灾地区 受灾居民 受灾村民 第一节车厢 第一节课 军事禁区 无奈 无偿 无比 无线 无论 无数 有没有 受理中心 受理窗口 处理中心 有效应答 有效应对 市中心 中心城区 地震局 生命希望 生的希望 新希望 希望小学 希望工程 没想到 没料到 没成想 倒计时 共犯 共谋 收费站 收费员 收费口 收费亭 接诉即办 材料 原料 资料 饲料 燃料 塑料 布料 肥料 颜料 饮料 面料 涂料 废料 照料 不料 意料 调料 染料 用料 史料 预定轨道 预定位置 预定海域 没过多久 没过几 门市部 风力灭火机 风力发电 链接 连接 直接 迎接 对接 间接 承接 衔接 相接 接近 接着 重要 主要 必要 首要 次要 紧要 要闻 要点 要素 纪要 摘要 提要 需求 相应 反应 适应 对应 效应 应急响应 应用 应对 应邀 应届 响应号召 可怕 可疑 可靠 可爱 可见 可谓 可惜 许可 认可 宁可 将军 将近 将士 麻将 大将 即将 社会 会议 会见 机会 会员 晚会 大会 协会会长 会长 会场 委员会 董事会 股东会 发布会 运动会 座谈会 工会 学会 全会 会计 省会 商会 年会 理事会 能力 能量 能源 可能性 功能 性能 技能 节能 智能 效能 产能 职能 成就 就业 就医 就诊 就读 就餐 就近 就是 就地 就任 造就 迁就 便捷 方便 便于 便衣 以便 随便 小便 大便 顺便 便宜 请求 邀请 聘请 请客 有限 有限公司 权限 无限 极限 局限 上限 下限 年限 底限 局面 局部 结局 布局 局势 大局 格局 局长 全局 队列 队友 车队 乐队 历史 史上 党史 历史上 史无前例 公共 共同 一共 中共 共享 共识 共有产权 共和国 共产党 共青团 公共场所 总共 共建 共治 需方 想法 思想 理想 联想 愿望 希望工程 望远镜 声望 标准化 高标准 国家标准 标准间 规划局 规划图 通过手机 通过微信 通过电话 通过网络 通过解析 通过走访 通过调取 通过视频 通过审讯 通过分析 经济 经营 经验 经常 经理 经典 经费 财经 神经 经过批准 已婚 而已 不已 久已 等级 等等 高等 中等 平等 等人 等地 等方面 等工作 等部门 头等 等多 等情况 等相关 等业务 等事项 睡眠不足 死角 死者 死亡人数 致死率 圈子 圆圈 商圈 朋友圈 接下来 接触 接送 获得 获奖 获评 获取 荣获 收获 不得不 记者 未来 未成年 未婚 未必 无论 无线 无锡 无症状 无偿 无障碍 无故 无数 无关 无疑 无效 无比 毫无 全无 没收 少数 少年 少女 至少 减少了 不少 多少 很少 缺少 青少年 少量 较少 如何 如今 如此 例如 比如 犹如 假如说 如期 如实 如厕 宛如 诸如 如同 不如 如意 如约 若干 跌倒 跌落 跌入 涨幅 跌幅 应急处置 码头 号码 数码 密码 代码 编码 扫码 条码 筹码 解码 二维码 编制 控制器 体制 制作 制造 制定 制品 编制外 复制 强制性 赛事 大赛 竞赛 赛区 参赛 赛场 赛道 生活区 生活费 控制面 接警台 接警员 接警大厅 接处警 应变 接线员 报警人 报案人 报警器 报警系统 连夜 连忙 连同 连锁 连云港 大连 连累 连线 连队 连通 连任 连州 连江 连带 流连 黄连 连体 连绵 就连 社会保险 医疗保险 养老保险 保险柜 保险箱 保险丝 保险杠 保险金 失业保险 球队长 部队医院 被困人员 失联人员 受困人员 遇难人员 伤亡人员 受伤人员 在逃人员 涉案人员 密接人员 风险人员 返乡人员 来返人员 犯罪人员 受灾人员 违法人员 参赛人员 乘坐人员 入境处 限速 限行 限量 限购 限高 限号 限流 无人驾驶 无人车 接力 接应 接过 接孩子 接人";
}

const ACTS: Class = ARRIVE | RESULT | FINISH | REPLY;
const OTHERS: Class = HAPPEN | COUNT | WEATHER | NATURE | STATE;

/// How far a character belongs to words of acts rather than of events and states: words that are not known resemble those that are.
pub(crate) fn leaning(c: char) -> i8 {
    LEXICON.leanings.get(u32::from(c).wrapping_sub(FIRST) as usize).copied().unwrap_or(0)
}

/// A word of the tables where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) class: Class,
}

struct Lexicon {
    /// For each character of the block in how many words of acts it stands, less those of events and states.
    leanings: Box<[i8]>,
    /// For each character of the block the number of its bucket, and [`ALONE`]; 0 is the empty one.
    numbers: Box<[u16]>,
    /// The words that begin with one character.
    buckets: Vec<Bucket>,
    /// The first two characters of the words, as bits of a hash: most places of a text are done with here.
    pairs: Box<[u64; 1024]>,
}

/// The words that begin with one character.
#[derive(Default)]
struct Bucket {
    /// What the character means as a word by itself; 0 where it is none.
    alone: Class,
    /// The second character, what follows it, and the meanings; the longest word first.
    longer: Vec<(char, &'static str, Class)>,
}

/// Beside the number of a bucket: its character is a word by itself.
const ALONE: u16 = 1 << 15;

/// First and last code point with words.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// The bit of two characters that stand together: word and place in it.
fn pair(first: char, second: char) -> (usize, u32) {
    let hash = (u32::from(first).wrapping_mul(181) ^ u32::from(second)) & 0xFFFF;
    ((hash / 64) as usize, hash % 64)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        leanings: vec![0; (LAST - FIRST + 1) as usize].into(),
        numbers: vec![0; (LAST - FIRST + 1) as usize].into(),
        buckets: vec![Bucket::default()],
        pairs: Box::new([0; 1024]),
    };
    for (class, words) in TABLE {
        for word in words.split(' ') {
            let leaning = if class & ACTS != 0 { 1 } else { -i8::from(class & OTHERS != 0) };
            for c in word.chars() {
                if let Some(known) = lexicon.leanings.get_mut(u32::from(c).wrapping_sub(FIRST) as usize) {
                    *known = known.saturating_add(leaning);
                }
            }
            let mut chars = word.chars();
            let Some(first) = chars.next() else { continue };
            let Some(number) = lexicon.numbers.get_mut(u32::from(first).wrapping_sub(FIRST) as usize) else { continue };
            if *number == 0 {
                *number = u16::try_from(lexicon.buckets.len()).unwrap_or_default();
                lexicon.buckets.push(Bucket::default());
            }
            let bucket = &mut lexicon.buckets[usize::from(*number & !ALONE)];
            // One word may have several meanings.
            let Some(second) = chars.next() else {
                bucket.alone |= class;
                *number |= ALONE;
                continue;
            };
            let rest = chars.as_str();
            match bucket.longer.iter_mut().find(|known| known.0 == second && known.1 == rest) {
                Some(known) => known.2 |= class,
                None => bucket.longer.push((second, rest, *class)),
            }
            let (word, bit) = pair(first, second);
            lexicon.pairs[word] |= 1 << bit;
        }
    }
    for bucket in &mut lexicon.buckets {
        bucket.longer.sort_by_key(|(_, rest, _)| std::cmp::Reverse(rest.len()));
    }
    lexicon
});

/// Whether a word of a class stands in `text[start..end]`.
pub(crate) fn any(text: &str, start: usize, end: usize, class: Class) -> bool {
    let mut found = Vec::new();
    tokens(text, start, end, &mut found);
    found.iter().any(|token| token.class & class != 0)
}

/// The words of the tables in `text[start..end]`, the longest at each place, none overlapping another.
pub(crate) fn tokens(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    out.clear();
    let lexicon = &*LEXICON;
    let mut at = start;
    let mut here = next(text, at);
    while at < end {
        let Some((first, after)) = here else { break };
        here = next_inline(text, after);
        let number = lexicon.numbers.get(u32::from(first).wrapping_sub(FIRST) as usize).copied().unwrap_or_default();
        if number == 0 {
            at = after;
            continue;
        }
        let longer = here.filter(|(second, _)| {
            let (word, bit) = pair(first, *second);
            lexicon.pairs[word] >> bit & 1 == 1
        });
        if number & ALONE == 0 && longer.is_none() {
            at = after;
            continue;
        }
        let bucket = &lexicon.buckets[usize::from(number & !ALONE)];
        let found = longer.and_then(|(second, behind)| {
            let mut words = bucket.longer.iter().filter(|word| word.0 == second);
            words.find_map(|&(_, rest, class)| {
                // Most words have two characters.
                let stop = if rest.is_empty() { Some(behind) } else { eat(text, behind, rest) };
                Some((stop.filter(|stop| *stop <= end)?, class))
            })
        });
        let hit = found.or(Some((after, bucket.alone)).filter(|(stop, class)| *class != 0 && *stop <= end));
        match hit {
            Some((stop, class)) => {
                if class & INERT == 0 {
                    out.push(Token { start: at, end: stop, class });
                }
                at = stop;
                here = next(text, at);
            }
            None => at = after,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_something_and_nothing() {
        let inert = |word: &str| TABLE.iter().any(|(class, words)| *class == INERT && words.split(' ').any(|known| known == word));
        for (_, words) in TABLE.iter().filter(|(class, _)| *class != INERT) {
            for word in words.split(' ') {
                assert!(!inert(word), "{word} is in no class and in one");
            }
        }
    }
}
