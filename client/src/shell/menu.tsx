import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  ClusterOutlined,
  DiffOutlined,
  ExperimentOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileExclamationOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  GlobalOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  KeyOutlined,
  MailOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
  SolutionOutlined,
  SyncOutlined,
  TeamOutlined,
  ToolOutlined,
  TrophyOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type Account, can } from '../session/session.ts'

export type MenuEntry = {
  to: string
  text: string
  icon: ReactNode
  /** Needed to see the entry at all. */
  permission?: string
  /** The catalogue is outside the shell: a plain link. */
  outside?: boolean
}

export type MenuGroup = { text: string; entries: MenuEntry[] }

const organisations: MenuEntry = {
  to: '/organisations',
  text: 'shell:menu.organisations',
  icon: <ApartmentOutlined />,
  permission: 'units.read',
}

const overviews: MenuEntry = {
  to: '/overviews',
  text: 'shell:menu.overviews',
  icon: <CalendarOutlined />,
  permission: 'units.read',
}

const integrity: MenuEntry = {
  to: '/integrity',
  text: 'shell:menu.integrity',
  icon: <SafetyCertificateOutlined />,
  permission: 'units.read',
}

/** What the person's tier works with, most used first; entries one can never use are absent. */
export function menuOf(account: Account): MenuGroup[] {
  const ownUnit = account.organisation.tier === 'unit'
  const groups: MenuGroup[] = [
    {
      text: 'shell:menu.work',
      entries: [
        { to: '/workbench', text: 'shell:menu.workbench', icon: <HomeOutlined /> },
        { to: '/jobs', text: 'shell:menu.jobs', icon: <SyncOutlined />, permission: 'instruments.import' },
      ],
    },
    {
      text: 'shell:menu.registry',
      entries: [
        {
          to: '/instruments/review',
          text: 'shell:menu.review',
          icon: <FileDoneOutlined />,
          permission: 'instruments.review',
        },
        {
          to: '/instruments',
          text: 'shell:menu.instruments',
          icon: <ExperimentOutlined />,
          permission: 'instruments.read',
        },
        {
          to: '/instruments/carriers',
          text: 'shell:menu.carriers',
          icon: <ClusterOutlined />,
          permission: 'instruments.read',
        },
        {
          to: ownUnit ? '/hours' : '/hours/units',
          text: 'shell:menu.hours',
          icon: <FieldTimeOutlined />,
          permission: 'instruments.read',
        },
        { to: '/duties', text: 'shell:menu.duties', icon: <ClockCircleOutlined />, permission: 'instruments.read' },
        {
          to: '/duties/exemptions',
          text: 'shell:menu.exemptions',
          icon: <FileExclamationOutlined />,
          permission: 'instruments.read',
        },
        {
          to: '/instruments/imports',
          text: 'shell:menu.imports',
          icon: <ImportOutlined />,
          permission: 'instruments.import',
        },
        {
          to: '/instruments/customs',
          text: 'shell:menu.customs',
          icon: <GlobalOutlined />,
          permission: 'instruments.read',
        },
        {
          to: '/instruments/repairs',
          text: 'shell:menu.repairs',
          icon: <ToolOutlined />,
          permission: 'instruments.read',
        },
        { to: '/assets', text: 'shell:menu.assets', icon: <AuditOutlined />, permission: 'instruments.import' },
      ],
    },
    {
      text: 'shell:menu.purchases',
      entries: [
        {
          to: '/purchases',
          text: 'shell:menu.cases',
          icon: <SolutionOutlined />,
          permission: 'purchases.read',
        },
        {
          to: '/purchases/rounds',
          text: 'shell:menu.rounds',
          icon: <FileProtectOutlined />,
          permission: 'purchases.read',
        },
        {
          to: '/purchases/expectations',
          text: 'shell:menu.expectations',
          icon: <CarryOutOutlined />,
          permission: 'purchases.check',
        },
        {
          to: '/purchases/experts',
          text: 'shell:menu.experts',
          icon: <UserSwitchOutlined />,
          permission: 'purchases.convene',
        },
        {
          to: '/purchases/duplicate-check',
          text: 'shell:menu.purchases',
          icon: <DiffOutlined />,
          permission: 'purchases.check',
        },
      ],
    },
    {
      text: 'shell:menu.organisation',
      entries: [
        {
          to: ownUnit ? `/units/${account.organisation.id}` : '/units',
          text: ownUnit ? 'shell:menu.ownUnit' : 'shell:menu.units',
          icon: <BankOutlined />,
          permission: 'units.read',
        },
        ...(ownUnit ? [] : [organisations, overviews, integrity]),
        { to: '/grades', text: 'shell:menu.grades', icon: <TrophyOutlined />, permission: 'grades.read' },
        { to: '/staff', text: 'shell:menu.staff', icon: <IdcardOutlined />, permission: 'staff.read' },
        { to: '/accounts', text: 'shell:menu.accounts', icon: <TeamOutlined />, permission: 'accounts.manage' },
        { to: '/keys', text: 'shell:menu.keys', icon: <KeyOutlined />, permission: 'keys.manage' },
        {
          to: '/policies',
          text: 'shell:menu.policies',
          icon: <SettingOutlined />,
          permission: 'units.read',
        },
        { to: '/audit', text: 'shell:menu.audit', icon: <FileSearchOutlined />, permission: 'audit.read' },
      ],
    },
    {
      text: 'shell:menu.operations',
      entries: [
        {
          to: '/operations/mails',
          text: 'shell:menu.mails',
          icon: <MailOutlined />,
          permission: 'operations.read',
        },
      ],
    },
    {
      text: 'shell:menu.public',
      entries: [{ to: '/', text: 'shell:menu.catalogue', icon: <SearchOutlined />, outside: true }],
    },
  ]
  return groups
    .map(group => ({ ...group, entries: group.entries.filter(entry => !entry.permission || can(entry.permission)) }))
    .filter(group => group.entries.length > 0)
}
