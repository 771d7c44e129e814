drop table if exists shoukuan_jihua, dingdan, hexiao, shoukuan, yingshou, kehu;

create table kehu (
  khbm varchar(20) not null primary key comment '客户编码',
  khmc varchar(200) not null comment '客户名称',
  sh varchar(20) null comment '税号',
  wbbm varchar(30) null comment '外部编码(ERP)',
  dz varchar(255) null comment '地址',
  dh varchar(40) null comment '电话',
  lxr varchar(50) null comment '联系人',
  yx varchar(120) null comment '邮箱',
  bz varchar(10) not null comment '币种',
  ywy varchar(20) null comment '业务员',
  zt varchar(10) not null comment '状态',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  key kehu_gxsj (gxsj, khbm)
) comment '客户';

create table yingshou (
  ysdh varchar(30) not null primary key comment '应收单号',
  ddh varchar(30) null comment '订单号',
  qs int not null comment '期数',
  khbm varchar(20) not null comment '客户编码',
  fph varchar(20) null comment '发票号',
  ysrq varchar(8) not null comment '应收日期',
  dqr varchar(8) not null comment '到期日',
  bz varchar(10) not null comment '币种',
  je varchar(40) not null comment '金额',
  ye decimal(18,2) not null comment '余额',
  ywy varchar(20) null comment '业务员',
  zt varchar(10) not null comment '状态',
  bzxx varchar(200) null comment '备注信息',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  key yingshou_gxsj (gxsj, ysdh),
  constraint yingshou_kehu foreign key (khbm) references kehu (khbm)
) comment '应收';

create table shoukuan (
  skdh varchar(30) not null primary key comment '收款单号',
  khbm varchar(20) not null comment '客户编码',
  skrq varchar(8) not null comment '收款日期',
  bz varchar(10) not null comment '币种',
  je varchar(40) not null comment '金额',
  wfpje decimal(18,2) not null comment '未分配金额',
  fkfs varchar(20) not null comment '付款方式',
  yhls varchar(40) null comment '银行流水',
  zy varchar(200) null comment '摘要',
  ddh varchar(30) null comment '订单号',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  key shoukuan_gxsj (gxsj, skdh),
  constraint shoukuan_kehu foreign key (khbm) references kehu (khbm)
) comment '收款';

create table hexiao (
  hxid bigint not null auto_increment primary key comment '核销ID',
  skdh varchar(30) not null comment '收款单号',
  ysdh varchar(30) not null comment '应收单号',
  hxje decimal(18,2) not null comment '核销金额',
  hxrq varchar(8) not null comment '核销日期',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  key hexiao_gxsj (gxsj, hxid),
  constraint hexiao_shoukuan foreign key (skdh) references shoukuan (skdh),
  constraint hexiao_yingshou foreign key (ysdh) references yingshou (ysdh)
) comment '核销';

create table dingdan (
  ddh varchar(30) not null primary key comment '订单号',
  khbm varchar(20) not null comment '客户编码',
  ddrq varchar(8) not null comment '订单日期',
  bz varchar(10) not null comment '币种',
  bhsje decimal(18,2) not null comment '不含税金额',
  se decimal(18,2) not null comment '税额',
  hsje decimal(18,2) not null comment '含税金额',
  ywy varchar(20) null comment '业务员',
  fktj varchar(20) null comment '付款条件',
  lyxt varchar(20) not null default 'ERP' comment '来源系统',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  key dingdan_gxsj (gxsj, ddh),
  constraint dingdan_kehu foreign key (khbm) references kehu (khbm)
) comment '订单';

create table shoukuan_jihua (
  ddh varchar(30) not null comment '订单号',
  qs int not null comment '期数',
  dqr varchar(8) not null comment '到期日',
  bl decimal(6,4) not null comment '比例',
  je decimal(18,2) not null comment '金额',
  gxsj datetime(3) not null default current_timestamp(3) on update current_timestamp(3) comment '更新时间',
  primary key (ddh, qs),
  key jihua_gxsj (gxsj, ddh, qs),
  constraint jihua_dingdan foreign key (ddh) references dingdan (ddh)
) comment '收款计划';

create or replace user hub@'127.0.0.1' identified by 'hub-keeps-finance';
grant select, insert, update, delete on finance.* to hub@'127.0.0.1';
